#include "acos.h"
#include "asin.h"
#include "atan.h"
#include "cosh.h"
#include "erf.h"
#include "sinh.h"
#include "accuracy.h"

int main(int argc, char **argv) {
  accuracy_arguments(argc, argv);
  CHECK_F32(cr_asin_f32, asin, 1, -1, 1);
  CHECK_F64(cr_asin_f64, asinl, 2, -1, 1);
  CHECK_F32(cr_acos_f32, acos, 1, -1, 1);
  CHECK_F64(cr_acos_f64, acosl, 2, -1, 1);
  CHECK_F32(cr_atan_f32, atan, 1, -5, 5);
  CHECK_F64(cr_atan_f64, atanl, 2, -5, 5);
  CHECK2_F32(cr_atan2_f32, atan2, 1, -5, 5);
  CHECK2_F64(cr_atan2_f64, atan2l, 2, -5, 5);
  CHECK_F32(cr_sinh_f32, sinh, 1, -90, 90);
  CHECK_F64(cr_sinh_f64, sinhl, 2, -30, 30);
  CHECK_F32(cr_cosh_f32, cosh, 1, -90, 90);
  CHECK_F64(cr_cosh_f64, coshl, 2, -30, 30);
  CHECK_F32(cr_erf_f32, erf, 1, -7, 7);
  CHECK_F64(cr_erf_f64, erfl, 2, -7, 7);
  return accuracy_failures();
}
