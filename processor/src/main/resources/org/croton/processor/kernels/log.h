/*
 * log: f32 <= 0.83 ulp, f64 <= 0.80 ulp.
 *
 * x = 2^k*(1 + f) with sqrt(1/2) <= 1 + f < sqrt(2). f32: log(1+f) = f - f^2/2 + f^3*P(f), P minimax (2^-29). f64: with
 * s = f/(2+f), log(1+f) = 2*atanh(s) = f - (f^2/2 - s*(f^2/2 + R(s^2))), R minimax (2^-57.6), the arrangement
 * of Ng (FDLIBM), in which s need not be exact.
 */
#ifndef CR_LOG_H
#define CR_LOG_H

#include "base.h"

/* log(1+f) - f + rest, where rest is a small correction. */
CR_INLINE float cr_log_curve_f32(float f, float rest) {
  float p = CR_FMA_F32(f, 0x1.20456cp-4f, -0x1.d778e8p-4f);
  p = CR_FMA_F32(p, f, 0x1.de32ecp-4f);
  p = CR_FMA_F32(p, f, -0x1.fcbfeap-4f);
  p = CR_FMA_F32(p, f, 0x1.23d54ep-3f);
  p = CR_FMA_F32(p, f, -0x1.555c8cp-3f);
  p = CR_FMA_F32(p, f, 0x1.999d44p-3f);
  p = CR_FMA_F32(p, f, -0x1.fffff8p-3f);
  p = CR_FMA_F32(p, f, 0x1.555554p-2f);
  float z = f * f;
  return CR_FMA_F32(z, -0.5f, CR_FMA_F32(z * f, p, rest));
}

/* log(1+f) - f + rest is the result minus half. */
CR_INLINE double cr_log_curve_f64(double f, double rest, double *half) {
  double s = f / (2.0 + f);
  double z = s * s;
  double p = CR_FMA_F64(z, 0x1.2b58abb5a535ap-3, 0x1.39fe5b524b232p-3);
  p = CR_FMA_F64(p, z, 0x1.7462b4ab7b36ap-3);
  p = CR_FMA_F64(p, z, 0x1.c71c62e684aaap-3);
  p = CR_FMA_F64(p, z, 0x1.2492492deec37p-2);
  p = CR_FMA_F64(p, z, 0x1.9999999995323p-2);
  p = CR_FMA_F64(p, z, 0x1.5555555555558p-1);
  *half = 0.5 * f * f;
  return CR_FMA_F64(s, CR_FMA_F64(p, z, *half), rest);
}

/* k*ln2 + log(1+f) + rest. */
CR_INLINE float cr_log_sum_f32(float k, float f, float rest) {
  float y = cr_log_curve_f32(f, CR_FMA_F32(k, 0x1.7f7d1cp-20f, rest));
  return CR_FMA_F32(k, 0x1.62e4p-1f, f + y);
}

CR_INLINE double cr_log_sum_f64(double k, double f) {
  double half, y = cr_log_curve_f64(f, k * 0x1.ef35793c7673p-45, &half);
  return CR_FMA_F64(k, 0x1.62e42fefa38p-1, f - (half - y));
}

/* The exponent k and 1 + f of a positive, normal x. */
CR_INLINE float cr_log_split_f32(float x, float *mantissa) {
  uint32_t b = cr_bits_f32(x) - 0x3f3504f3u;
  *mantissa = cr_float_f32((b & 0x7fffffu) + 0x3f3504f3u);
  return (float)((int32_t)b >> 23);
}

CR_INLINE double cr_log_split_f64(double x, double *mantissa) {
  uint64_t b = cr_bits_f64(x) - 0x3fe6a09e667f3bcdu;
  *mantissa = cr_float_f64((b & 0xfffffffffffffu) + 0x3fe6a09e667f3bcdu);
  /* k + 1024 in the low bits of a number near 2^52: a conversion that every level has. */
  return cr_float_f64(((b + 0x4000000000000000u) >> 52) | 0x4330000000000000u) - (0x1p52 + 1024.0);
}

/* value for 0 < x < inf, otherwise the limit or NaN. */
CR_INLINE float cr_log_limits_f32(float x, float value) {
  float limit = x == 0.0f ? -CR_INF_F32 : x + CR_NAN_F32;
  value = x > 0.0f ? value : limit;
  return x == CR_INF_F32 ? x : value;
}

CR_INLINE double cr_log_limits_f64(double x, double value) {
  double limit = x == 0.0 ? -CR_INF_F64 : x + CR_NAN_F64;
  value = x > 0.0 ? value : limit;
  return x == CR_INF_F64 ? x : value;
}

CR_INLINE float cr_log_f32(float x) {
  int tiny = x < 0x1p-126f;
  float m, k = cr_log_split_f32(tiny ? x * 0x1p23f : x, &m);
  return cr_log_limits_f32(x, cr_log_sum_f32(tiny ? k - 23.0f : k, m - 1.0f, 0.0f));
}

CR_INLINE double cr_log_f64(double x) {
  int tiny = x < 0x1p-1022;
  double m, k = cr_log_split_f64(tiny ? x * 0x1p52 : x, &m);
  return cr_log_limits_f64(x, cr_log_sum_f64(tiny ? k - 52.0 : k, m - 1.0));
}

#endif
