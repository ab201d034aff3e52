/*
 * softplus(x) = log(1 + exp(x)) = max(x, 0) + log1p(exp(-|x|)): f32 <= 0.99 ulp, f64 <= 1.60 ulp.
 *
 * With e = exp(-|x|) in [0, 1], log1p(e) is log(1+f) for f = e, or from e = 0.4142 on ln2 + log(1+f) for f = (e-1)/2,
 * with the series of log.h. The sums keep their rounding errors; f32 keeps also those of e and f.
 */
#ifndef CR_SOFTPLUS_H
#define CR_SOFTPLUS_H

#include "exp.h"
#include "log.h"

CR_INLINE float cr_softplus_f32(float x) {
  float a = -cr_abs_f32(x);
  a = a < -104.0f ? -104.0f : a;
  float r;
  uint32_t b = cr_exp_reduce_f32(a, 254.0f, &r);
  float first = cr_float_f32((b >> 1) << 23), second = cr_float_f32((b - (b >> 1)) << 23);
  float tail = CR_FMA_F32(r * r, cr_exp_poly_f32(r), r);
  float high = CR_FMA_F32(first, tail, first);
  float low = (first * tail - (high - first)) * second;
  float e = high * second;
  int big = e > 0x1.a8279ap-2f;
  float f = big ? 0.5f * e - 0.5f : e;
  low = CR_FMA_F32(-low, f, low);
  float f_low = CR_FMA_F32(low, 0.5f, 0.5f * e - (0.5f + f));
  float y = cr_log_curve_f32(f, big ? f_low + 0x1.7f7d1cp-20f : low);
  float line = x > 0.0f ? x : 0.0f, step = big ? 0x1.62e4p-1f : 0.0f;
  float part = step + f, sum = line + part;
  float value = sum + (y + ((step - part) + f) + cr_sum_error_f32(line, part, sum));
  return x > 104.0f ? x : value; /* the error of an infinite sum is NaN */
}

CR_INLINE double cr_softplus_f64(double x) {
  double e = cr_exp_f64(-cr_abs_f64(x));
  int big = e > 0x1.a827999fcef32p-2;
  double f = big ? 0.5 * e - 0.5 : e;
  double half, y = cr_log_curve_f64(f, big ? 0x1.ef35793c7673p-45 : 0.0, &half);
  double line = x > 0.0 ? x : 0.0, step = big ? 0x1.62e42fefa38p-1 : 0.0;
  double sum = line + step;
  double value = sum + ((f - (half - y)) + cr_sum_error_f64(line, step, sum));
  return x > 746.0 ? x : value;
}

#endif
