/*
 * erf: f32 <= 0.53 ulp, f64 <= 1.55 ulp.
 *
 * |x| < 1: x*P(x^2), P minimax (2^-56; f32 2^-29.6). From 1 to 6, where it becomes 1: 1 - exp(-x^2)*Q((x-2)/(x+2)) with Q minimax
 * for erfc(x)*exp(x^2) (2^-52 and 2^-31, and erfc(1) is below 0.16). f32 in f64.
 */
#ifndef CR_ERF_H
#define CR_ERF_H

#include "exp.h"

CR_INLINE double cr_erf_f64(double x) {
  double a = cr_abs_f64(x), z = x * x;
  double p = CR_FMA_F64(z, -0x1.aaf2261eccfccp-31, 0x1.d6d86a9b70a6cp-27);
  p = CR_FMA_F64(p, z, -0x1.5bfce25e95352p-23);
  p = CR_FMA_F64(p, z, 0x1.b97e05e494e5fp-20);
  p = CR_FMA_F64(p, z, -0x1.f4ca1a6af7a8ep-17);
  p = CR_FMA_F64(p, z, 0x1.f9a2b6fb99eefp-14);
  p = CR_FMA_F64(p, z, -0x1.c02db0114ad3bp-11);
  p = CR_FMA_F64(p, z, 0x1.565bccf7cfd3ap-8);
  p = CR_FMA_F64(p, z, -0x1.b82ce311ed9aep-6);
  p = CR_FMA_F64(p, z, 0x1.ce2f21a0408c1p-4);
  p = CR_FMA_F64(p, z, -0x1.812746b0379b2p-2);
  p = CR_FMA_F64(p, z, 0x1.20dd750429b6dp0);
  double b = a > 6.0 ? 6.0 : a;
  double t = (b - 2.0) / (b + 2.0);
  double q = CR_FMA_F64(t, -0x1.e9eda24bd71e1p-22, 0x1.2b13916912452p-18);
  q = CR_FMA_F64(q, t, 0x1.e8407aa103471p-20);
  q = CR_FMA_F64(q, t, -0x1.dec670e8b5de2p-17);
  q = CR_FMA_F64(q, t, -0x1.cf24f11819655p-16);
  q = CR_FMA_F64(q, t, 0x1.ce9692191a90ap-16);
  q = CR_FMA_F64(q, t, 0x1.6da820e6190efp-13);
  q = CR_FMA_F64(q, t, 0x1.6d5766e6ec5d9p-15);
  q = CR_FMA_F64(q, t, -0x1.016b567859b62p-10);
  q = CR_FMA_F64(q, t, -0x1.bc259fee92703p-11);
  q = CR_FMA_F64(q, t, 0x1.ca95ed4123153p-8);
  q = CR_FMA_F64(q, t, 0x1.e947159298741p-9);
  q = CR_FMA_F64(q, t, -0x1.437f0b68bbf9ap-4);
  q = CR_FMA_F64(q, t, 0x1.eeea7dc8a7a86p-3);
  q = CR_FMA_F64(q, t, -0x1.b57034efd3f88p-2);
  q = CR_FMA_F64(q, t, 0x1.058671b52c776p-2);
  double r;
  uint64_t k = cr_exp_reduce_f64(-b * b, 1023.0, &r);
  double tail = CR_FMA_F64(r * r, cr_exp_poly_f64(r), r);
  double scale = cr_float_f64(k << 52);
  double far = 1.0 - CR_FMA_F64(scale, tail, scale) * q;
  return __builtin_copysign(a < 1.0 ? a * p : far, x);
}

CR_INLINE float cr_erf_f32(float x) {
  double a = cr_abs_f64((double)x), z = a * a;
  double p = CR_FMA_F64(z, 0x1.49475b2c6259dp-14, -0x1.a3eae373d7f2p-11);
  p = CR_FMA_F64(p, z, 0x1.54042006440d8p-8);
  p = CR_FMA_F64(p, z, -0x1.b7f8dd5d148b7p-6);
  p = CR_FMA_F64(p, z, 0x1.ce2cf4b6943ap-4);
  p = CR_FMA_F64(p, z, -0x1.81273ddcc65efp-2);
  p = CR_FMA_F64(p, z, 0x1.20dd74fe3ed1dp0);
  double b = a > 4.0 ? 4.0 : a;
  double t = (b - 2.0) / (b + 2.0);
  double q = CR_FMA_F64(t, -0x1.e85283c742022p-11, -0x1.b70f9c1eaf9f1p-11);
  q = CR_FMA_F64(q, t, 0x1.ca40ffcedb91fp-8);
  q = CR_FMA_F64(q, t, 0x1.e9327bdd702fep-9);
  q = CR_FMA_F64(q, t, -0x1.437ed8054d499p-4);
  q = CR_FMA_F64(q, t, 0x1.eeea7f5111cb4p-3);
  q = CR_FMA_F64(q, t, -0x1.b5703511f67c8p-2);
  q = CR_FMA_F64(q, t, 0x1.058671b4b1ebap-2);
  double s = -1.4426950408889634 * b * b, shift = s + (0x1.8p52 + 1023.0), r = s - (shift - (0x1.8p52 + 1023.0));
  double e = CR_FMA_F64(r, 0x1.41d1f6c17b994p-13, 0x1.5f4730a969399p-10);
  e = CR_FMA_F64(e, r, 0x1.3b2dc1f06c66ep-7);
  e = CR_FMA_F64(e, r, 0x1.c6aed1374c948p-5);
  e = CR_FMA_F64(e, r, 0x1.ebfbdaccf8e51p-3);
  e = CR_FMA_F64(e, r, 0x1.62e430ca7d065p-1);
  e = CR_FMA_F64(e, r, 0x1.000000026b15ep0);
  double far = 1.0 - e * cr_float_f64(cr_bits_f64(shift) << 52) * q;
  return __builtin_copysignf((float)(a < 1.0 ? a * p : far), x);
}

#endif
