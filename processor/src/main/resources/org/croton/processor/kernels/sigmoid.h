/*
 * sigmoid(x) = 1/(1 + exp(-x)): f32 <= 0.98 ulp, f64 <= 1.45 ulp.
 *
 * With e = exp(-|x|): 1/(1+e) for x >= 0 and e/(1+e) below, relatively right down to subnormal results. One
 * Newton step corrects the quotient for the rounding error of 1+e, in f32 also of e.
 */
#ifndef CR_SIGMOID_H
#define CR_SIGMOID_H

#include "exp.h"

CR_INLINE float cr_sigmoid_f32(float x) {
  float y = -cr_abs_f32(x);
  y = y < -104.0f ? -104.0f : y;
  float r;
  uint32_t b = cr_exp_reduce_f32(y, 254.0f, &r);
  float first = cr_float_f32((b >> 1) << 23), second = cr_float_f32((b - (b >> 1)) << 23);
  float tail = CR_FMA_F32(r * r, cr_exp_poly_f32(r), r);
  float high = CR_FMA_F32(first, tail, first);     /* e = (high + low)*second */
  float low = first * tail - (high - first);
  float e = high * second;
  float den = 1.0f + e;
  float den_low = ((1.0f - den) + e) + low * second;
  int negative = x < 0.0f;
  float num = negative ? high : 1.0f, num_low = negative ? low : 0.0f;
  float q = num / den;
  float rest = cr_rest_f32(q, den, num) + (num_low - q * den_low);
  float scale = negative ? second : 1.0f;
  return CR_FMA_F32(rest, negative ? 1.0f - q * second : q, q) * scale;
}

CR_INLINE double cr_sigmoid_f64(double x) {
  double e = cr_exp_f64(-cr_abs_f64(x));
  double den = 1.0 + e, den_low = (1.0 - den) + e;
  int negative = x < 0.0;
  double num = negative ? e : 1.0;
  double q = num / den;
  double rest = CR_FMA_F64(-q, den_low, cr_rest_f64(q, den, num));
  return CR_FMA_F64(rest, negative ? 1.0 - q : q, q); /* the second factor is 1/den */
}

#endif
