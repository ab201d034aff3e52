/*
 * expm1(x) = exp(x) - 1: f32 <= 0.90 ulp, f64 <= 1.90 ulp.
 *
 * The reduction of exp.h; 2^k*(1 + tail) - 1 is added as 2*(2^(k-1)*tail + (2^(k-1) - 1/2)), which cannot
 * overflow early and is exact in its second term where cancellation matters. f32 keeps the errors of all sums.
 */
#ifndef CR_EXPM1_H
#define CR_EXPM1_H

#include "exp.h"

/* As cr_exp_poly_f64, one degree longer: relative error of expm1(r) 2^-60. */
CR_INLINE double cr_expm1_poly_f64(double r) {
  double q = CR_FMA_F64(r, 0x1.1f294a8692648p-29, 0x1.af4fa3c305184p-26);
  q = CR_FMA_F64(q, r, 0x1.27e5072782ed3p-22);
  q = CR_FMA_F64(q, r, 0x1.71de014e1b0b1p-19);
  q = CR_FMA_F64(q, r, 0x1.a01a0194e29e7p-16);
  q = CR_FMA_F64(q, r, 0x1.a01a01ac37451p-13);
  q = CR_FMA_F64(q, r, 0x1.6c16c16c1918ep-10);
  q = CR_FMA_F64(q, r, 0x1.1111111110031p-7);
  q = CR_FMA_F64(q, r, 0x1.5555555555551p-5);
  q = CR_FMA_F64(q, r, 0x1.5555555555557p-3);
  return CR_FMA_F64(q, r, 0.5);
}

CR_INLINE float cr_expm1_f32(float x) {
  float y = x > 89.0f ? 89.0f : x;
  y = y < -20.0f ? -20.0f : y;
  float r;
  uint32_t b = cr_exp_reduce_f32(y, 126.0f, &r);
  float half = cr_float_f32(b << 23);
  float p = cr_exp_poly_f32(r), z = r * r;
  float tail = CR_FMA_F32(z, p, r), tail_low = CR_FMA_F32(z, p, r - tail);
  float lead = half - 0.5f, lead_low = (half - lead) - 0.5f;
  float sum = CR_FMA_F32(half, tail, lead), sum_low = CR_FMA_F32(half, tail, lead - sum);
  float value = 2.0f * (sum + (CR_FMA_F32(half, tail_low, lead_low) + sum_low));
  return cr_abs_f32(x) < 0x1p-26f ? x : value; /* halves of subnormals would be rounded */
}

CR_INLINE double cr_expm1_f64(double x) {
  double y = x > 710.0 ? 710.0 : x;
  y = y < -40.0 ? -40.0 : y;
  double r;
  uint64_t b = cr_exp_reduce_f64(y, 1022.0, &r);
  double half = cr_float_f64(b << 52);
  double tail = CR_FMA_F64(r * r, cr_expm1_poly_f64(r), r);
  double value = 2.0 * CR_FMA_F64(half, tail, half - 0.5);
  return cr_abs_f64(x) < 0x1p-55 ? x : value;
}

#endif
