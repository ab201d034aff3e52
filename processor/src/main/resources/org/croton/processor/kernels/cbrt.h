/*
 * cbrt, the cube root: f32 <= 0.51 ulp (in f64), f64 <= 0.51 ulp.
 *
 * A third of the exponent's bits gives a first guess (2^-4.9). Halley's iteration y*(y^3 + 2x)/(2y^3 + x) cubes the
 * error twice, and a step of Newton's takes the residual y^3 - x with y^2 in two parts. x is scaled by powers of 8
 * where its cube would not fit.
 */
#ifndef CR_CBRT_H
#define CR_CBRT_H

#include "base.h"

CR_INLINE double cr_cbrt_step_f64(double y, double x) {
  double cube = y * y * y;
  return y * ((cube + 2.0 * x) / (2.0 * cube + x));
}

CR_INLINE double cr_cbrt_f64(double x) {
  double a = cr_abs_f64(x);
  int huge = a > 0x1p900, tiny = a < 0x1p-900;
  double u = a * (huge ? 0x1p-300 : tiny ? 0x1p300 : 1.0);
  uint64_t third = (uint64_t)((uint32_t)(cr_bits_f64(u) >> 32) / 3u + 0x2a9f7893u) << 32;
  double y = cr_cbrt_step_f64(cr_cbrt_step_f64(cr_float_f64(third), u), u);
  double square = y * y;
  double above = cr_rest_f64(square, y, u) - cr_product_error_f64(y, y, square) * y;
  y = y + above / (3.0 * square);
  double value = y * (huge ? 0x1p100 : tiny ? 0x1p-100 : 1.0);
  value = ((a > 0.0) & (a < CR_INF_F64)) ? value : a;
  return __builtin_copysign(value, x);
}

CR_INLINE float cr_cbrt_f32(float x) { return (float)cr_cbrt_f64((double)x); }

#endif
