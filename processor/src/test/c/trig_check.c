/* Loops over the f64 functions for any argument stay scalar by design. */
#ifdef __clang__
#pragma clang diagnostic ignored "-Wpass-failed"
#endif

#include "cos.h"
#include "sin.h"
#include "tan.h"
#include "accuracy.h"

/* The near functions within their range, the others beyond, so that all points can be checked. */
static float near_sinf(float x) { return fabsf(x) > CR_TRIG_NEAR_F32 ? cr_sin_f32(x) : cr_sin_near_f32(x); }
static double near_sin(double x) { return fabs(x) > CR_TRIG_NEAR_F64 ? cr_sin_f64(x) : cr_sin_near_f64(x); }
static float near_cosf(float x) { return fabsf(x) > CR_TRIG_NEAR_F32 ? cr_cos_f32(x) : cr_cos_near_f32(x); }
static double near_cos(double x) { return fabs(x) > CR_TRIG_NEAR_F64 ? cr_cos_f64(x) : cr_cos_near_f64(x); }
static float near_tanf(float x) { return fabsf(x) > CR_TRIG_NEAR_F32 ? cr_tan_f32(x) : cr_tan_near_f32(x); }
static double near_tan(double x) { return fabs(x) > CR_TRIG_NEAR_F64 ? cr_tan_f64(x) : cr_tan_near_f64(x); }

int main(int argc, char **argv) {
  accuracy_arguments(argc, argv);
  CHECK_F32(cr_sin_f32, sin, 1, -100, 100);
  CHECK_F32(near_sinf, sin, 1, -0x1p20f, 0x1p20f);
  CHECK_F64(cr_sin_f64, sinl, 2, -100, 100);
  CHECK_F64(near_sin, sinl, 2, -0x1p20, 0x1p20);
  CHECK_F32(cr_cos_f32, cos, 1, -100, 100);
  CHECK_F32(near_cosf, cos, 1, -0x1p20f, 0x1p20f);
  CHECK_F64(cr_cos_f64, cosl, 2, -100, 100);
  CHECK_F64(near_cos, cosl, 2, -0x1p20, 0x1p20);
  CHECK_F32(cr_tan_f32, tan, 1, -100, 100);
  CHECK_F32(near_tanf, tan, 1, -0x1p20f, 0x1p20f);
  CHECK_F64(cr_tan_f64, tanl, 2, -100, 100);
  CHECK_F64(near_tan, tanl, 2, -0x1p20, 0x1p20);
  return accuracy_failures();
}
