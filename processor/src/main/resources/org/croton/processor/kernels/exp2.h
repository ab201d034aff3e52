/*
 * exp2(x) = 2^x: f32 <= 0.51 ulp (in f64), f64 <= 1.10 ulp; exact where x is whole.
 *
 * x = k + s with a whole k and |s| <= 1/2, then exp(s*ln2) as in exp, with ln2 in two parts.
 */
#ifndef CR_EXP2_H
#define CR_EXP2_H

#include "exp.h"

CR_INLINE double cr_exp2_f64(double x) {
  x = x > 1025.0 ? 1025.0 : x;
  x = x < -1076.0 ? -1076.0 : x;
  double shift = 0x1.8p52 + 2046.0; /* the biases of both factors */
  double t = x + shift, s = x - (t - shift);
  uint64_t b = cr_bits_f64(t);
  double r = CR_FMA_F64(s, 0x1.62e42fefa39efp-1, s * 0x1.abc9e3b39803fp-56);
  double tail = CR_FMA_F64(r * r, cr_exp_poly_f64(r), r);
  double first = cr_float_f64((b >> 1) << 52), second = cr_float_f64((b - (b >> 1)) << 52);
  return CR_FMA_F64(first, tail, first) * second;
}

CR_INLINE float cr_exp2_f32(float x) { return (float)cr_exp2_f64((double)x); }

#endif
