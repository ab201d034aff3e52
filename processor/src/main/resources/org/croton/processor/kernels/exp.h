/*
 * exp: f32 <= 0.99 ulp, f64 <= 1.05 ulp.
 *
 * Cody and Waite's reduction x = k*ln2 + r, |r| <= ln2/2, then exp(x) = 2^k*(1 + r + r^2*Q(r)) with Q minimax
 * (relative error of expm1(r): 2^-30 in f32, 2^-54.5 in f64). Adding 1.5*2^p (p = 23, 52) plus a bias rounds x/ln2 to
 * an integer and leaves k + bias in the low bits of the sum: shifting these into the exponent field drops all higher
 * bits. 2^k is applied as two factors, so that results may be subnormal or overflow. ln2 is split into a part so short
 * that its product with k is exact without FMA, and the rest.
 */
#ifndef CR_EXP_H
#define CR_EXP_H

#include "base.h"

/* x = k*ln2 + r; returns bits that end in k + bias. Needs |x| < 2^20 or NaN, which goes into r. */
CR_INLINE uint32_t cr_exp_reduce_f32(float x, float bias, float *r) {
  float shift = 0x1.8p23f + bias;
  float t = CR_FMA_F32(x, 0x1.715476p0f, shift);
  float n = t - shift;
  *r = CR_FMA_F32(n, -0x1.7f7d1cp-20f, CR_FMA_F32(n, -0x1.62e4p-1f, x));
  return cr_bits_f32(t);
}

CR_INLINE uint64_t cr_exp_reduce_f64(double x, double bias, double *r) {
  double shift = 0x1.8p52 + bias;
  double t = CR_FMA_F64(x, 0x1.71547652b82fep0, shift);
  double n = t - shift;
  *r = CR_FMA_F64(n, -0x1.ef35793c7673p-45, CR_FMA_F64(n, -0x1.62e42fefa38p-1, x));
  return cr_bits_f64(t);
}

/* (expm1(r) - r) / r^2 for |r| <= ln2/2. */
CR_INLINE float cr_exp_poly_f32(float r) {
  float q = CR_FMA_F32(r, 0x1.a26762p-13f, 0x1.6d30d4p-10f);
  q = CR_FMA_F32(q, r, 0x1.110ff2p-7f);
  q = CR_FMA_F32(q, r, 0x1.5555p-5f);
  q = CR_FMA_F32(q, r, 0x1.555556p-3f);
  return CR_FMA_F32(q, r, 0.5f);
}

CR_INLINE double cr_exp_poly_f64(double r) {
  double q = CR_FMA_F64(r, 0x1.aead6d901d01bp-26, 0x1.289297e86a438p-22);
  q = CR_FMA_F64(q, r, 0x1.71de5980cfc38p-19);
  q = CR_FMA_F64(q, r, 0x1.a019b819e6b72p-16);
  q = CR_FMA_F64(q, r, 0x1.a01a018c3cc49p-13);
  q = CR_FMA_F64(q, r, 0x1.6c16c178d08bp-10);
  q = CR_FMA_F64(q, r, 0x1.11111111144f2p-7);
  q = CR_FMA_F64(q, r, 0x1.5555555553c8cp-5);
  q = CR_FMA_F64(q, r, 0x1.555555555554dp-3);
  return CR_FMA_F64(q, r, 0x1.0000000000001p-1);
}

CR_INLINE float cr_exp_f32(float x) {
  x = x > 89.0f ? 89.0f : x;
  x = x < -104.0f ? -104.0f : x;
  float r;
  uint32_t b = cr_exp_reduce_f32(x, 254.0f, &r); /* the biases of both factors */
  float tail = CR_FMA_F32(r * r, cr_exp_poly_f32(r), r);
  float first = cr_float_f32((b >> 1) << 23), second = cr_float_f32((b - (b >> 1)) << 23);
  return CR_FMA_F32(first, tail, first) * second;
}

CR_INLINE double cr_exp_f64(double x) {
  x = x > 710.0 ? 710.0 : x;
  x = x < -746.0 ? -746.0 : x;
  double r;
  uint64_t b = cr_exp_reduce_f64(x, 2046.0, &r);
  double tail = CR_FMA_F64(r * r, cr_exp_poly_f64(r), r);
  double first = cr_float_f64((b >> 1) << 52), second = cr_float_f64((b - (b >> 1)) << 52);
  return CR_FMA_F64(first, tail, first) * second;
}

#endif
