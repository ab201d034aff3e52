/*
 * sinh: f32 <= 0.51 ulp, f64 <= 1.55 ulp: x + x^3*P(x^2) for |x| < 1 (P minimax, 2^-59), beyond e - 1/(4e) with
 * e = exp(|x|)/2. f32 in f64.
 */
#ifndef CR_SINH_H
#define CR_SINH_H

#include "cosh.h"

CR_INLINE double cr_sinh_f64(double x) {
  double a = cr_abs_f64(x), z = x * x;
  double p = CR_FMA_F64(z, 0x1.b25877448ad95p-41, 0x1.61224da63f7b2p-33);
  p = CR_FMA_F64(p, z, 0x1.ae6452fd30b25p-26);
  p = CR_FMA_F64(p, z, 0x1.71de3a5ed7542p-19);
  p = CR_FMA_F64(p, z, 0x1.a01a01a00b65fp-13);
  p = CR_FMA_F64(p, z, 0x1.1111111111199p-7);
  p = CR_FMA_F64(p, z, 0x1.5555555555555p-3);
  double near = CR_FMA_F64(z * p, a, a);
  double e = cr_exp_half_f64(a);
  return __builtin_copysign(a < 1.0 ? near : e - 0.25 / e, x);
}

CR_INLINE float cr_sinh_f32(float x) { return (float)cr_sinh_f64((double)x); }

#endif
