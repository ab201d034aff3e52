/*
 * log1p(x) = log(1 + x): f32 <= 0.89 ulp, f64 <= 1.35 ulp.
 *
 * k comes from the rounded sum 1 + x, but f = 2^-k*x + (2^-k - 1) from x itself; f equals x where k = 0. The f32 form
 * carries the rounding error of f.
 */
#ifndef CR_LOG1P_H
#define CR_LOG1P_H

#include "log.h"

CR_INLINE float cr_log1p_f32(float x) {
  float m, k = cr_log_split_f32(1.0f + x, &m);
  float scale = cr_float_f32((uint32_t)(127 - (int32_t)k) << 23);
  float one = scale - 1.0f, part = x * scale;
  float near = part + one;
  int far = x > 0x1p30f; /* 1 has no weight in x, and scale may underflow */
  float rest = far ? 0.0f : cr_sum_error_f32(part, one, near);
  float y = cr_log_sum_f32(k, far ? m - 1.0f : near, rest);
  return __builtin_copysignf(cr_log_limits_f32(1.0f + x, y), x);
}

CR_INLINE double cr_log1p_f64(double x) {
  double sum = 1.0 + x;
  double m, k = cr_log_split_f64(sum, &m);
  uint64_t b = cr_bits_f64(sum) - 0x3fe6a09e667f3bcdu;
  double scale = cr_float_f64(0x3ff0000000000000u - (b & 0xfff0000000000000u));
  double near = CR_FMA_F64(x, scale, scale - 1.0);
  double y = cr_log_sum_f64(k, x > 0x1p60 ? m - 1.0 : near);
  return __builtin_copysign(cr_log_limits_f64(sum, y), x);
}

#endif
