/*
 * tanh: f32 <= 1.00 ulp, f64 <= 1.60 ulp.
 *
 * f32: x + x^3*P(x^2) for |x| < 0.9 (P minimax, 2^-28), beyond it 1 - 2/(exp(2|x|) + 1). f64: with
 * e = expm1(2|x|), e/(e + 2), corrected for the rounding errors of both sums.
 */
#ifndef CR_TANH_H
#define CR_TANH_H

#include "expm1.h"

CR_INLINE float cr_tanh_f32(float x) {
  float a = cr_abs_f32(x);
  float z = x * x;
  float p = CR_FMA_F32(z, -0x1.0972a8p-11f, 0x1.64bf0ep-9f);
  p = CR_FMA_F32(p, z, -0x1.13a9eap-7f);
  p = CR_FMA_F32(p, z, 0x1.643266p-6f);
  p = CR_FMA_F32(p, z, -0x1.b9f3fcp-5f);
  p = CR_FMA_F32(p, z, 0x1.111072p-3f);
  p = CR_FMA_F32(p, z, -0x1.555554p-2f);
  float near = CR_FMA_F32(p * z, a, a);
  float r, y = a > 10.0f ? 10.0f : a;
  uint32_t b = cr_exp_reduce_f32(y + y, 127.0f, &r);
  float scale = cr_float_f32(b << 23);
  float tail = CR_FMA_F32(r * r, cr_exp_poly_f32(r), r);
  float far = 1.0f - 2.0f / (CR_FMA_F32(scale, tail, scale) + 1.0f);
  return __builtin_copysignf(a < 0.9f ? near : far, x);
}

CR_INLINE double cr_tanh_f64(double x) {
  double a = cr_abs_f64(x);
  double y = a > 20.0 ? 20.0 : a;
  double r;
  uint64_t b = cr_exp_reduce_f64(y + y, 1023.0, &r);
  double scale = cr_float_f64(b << 52);
  double p = cr_expm1_poly_f64(r), z = r * r;
  double tail = CR_FMA_F64(z, p, r), tail_low = CR_FMA_F64(z, p, r - tail);
  double lead = scale - 1.0;
  double e = CR_FMA_F64(scale, tail, lead), e_low = CR_FMA_F64(scale, tail, lead - e) + scale * tail_low;
  double den = e + 2.0, den_low = (2.0 - den) + e;
  double q = e / den;
  double rest = a < 9.0 ? CR_FMA_F64(-q, den_low, e_low) : 0.0; /* beyond, 1 - q is too coarse and q good */
  return __builtin_copysign(CR_FMA_F64(rest, 0.5 - 0.5 * q, q), x); /* the second factor is 1/den */
}

#endif
