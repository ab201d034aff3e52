/*
 * tan: f32 <= 0.51 ulp, f64 <= 1.10 ulp; cr_tan_near_... is for |x| <= CR_TRIG_NEAR_.... See trig.h.
 *
 * The quotient of sine and cosine, -cos/sin in odd quarter turns. In f64 both carry their last rounding error, and
 * the quotient is corrected for them.
 */
#ifndef CR_TAN_H
#define CR_TAN_H

#include "trig.h"

CR_INLINE float cr_tan_quotient_f32(float x, uint64_t q, double r) {
  double z = r * r;
  double s = cr_sin_series_f32(r, z), c = cr_cos_series_f32(z);
  int odd = (q & 1) != 0;
  float value = (float)((odd ? -c : s) / (odd ? s : c));
  return cr_abs_f32(x) < 0x1p-13f ? x : value;
}

CR_INLINE float cr_tan_near_f32(float x) {
  double r;
  uint64_t q = cr_trig_near_f32(x, &r);
  return cr_tan_quotient_f32(x, q, r);
}

CR_INLINE float cr_tan_f32(float x) {
  double r;
  uint64_t q = cr_trig_any_f32(x, &r);
  return cr_tan_quotient_f32(x, q, r);
}

CR_INLINE double cr_tan_quotient_f64(double x, uint64_t q, double r, double rest) {
  double z = r * r;
  double a = CR_FMA_F64(z, 0x1.5de53f4c30cd3p-33, -0x1.ae5f9bd85a4a1p-26);
  a = CR_FMA_F64(a, z, 0x1.71de3723b3027p-19);
  a = CR_FMA_F64(a, z, -0x1.a01a019e20f77p-13);
  a = CR_FMA_F64(a, z, 0x1.11111111109b6p-7);
  a = CR_FMA_F64(a, z, -0x1.5555555555554p-3);
  double curve = CR_FMA_F64(z * r, a, CR_FMA_F64(-0.5 * z, rest, rest));
  double s = r + curve, s_low = (r - s) + curve;
  double b = CR_FMA_F64(z, -0x1.9057fccb15b9dp-37, 0x1.1eeb31a67620dp-29);
  b = CR_FMA_F64(b, z, -0x1.27e4f9dec842cp-22);
  b = CR_FMA_F64(b, z, 0x1.a01a019f1da34p-16);
  b = CR_FMA_F64(b, z, -0x1.6c16c16c1686ap-10);
  b = CR_FMA_F64(b, z, 0x1.5555555555555p-5);
  double half = 0.5 * z, lead = 1.0 - half;
  double bend = ((1.0 - lead) - half) + CR_FMA_F64(z * z, b, -r * rest);
  double c = lead + bend, c_low = (lead - c) + bend;
  int odd = (q & 1) != 0;
  double num = odd ? -c : s, num_low = odd ? -c_low : s_low, den = odd ? s : c, den_low = odd ? s_low : c_low;
  double inverse = 1.0 / den, y = num * inverse;
  double error = cr_rest_f64(y, den, num) + CR_FMA_F64(-y, den_low, num_low);
  double value = CR_FMA_F64(error, inverse, y);
  return cr_abs_f64(x) < 0x1p-27 ? x : value;
}

CR_INLINE double cr_tan_near_f64(double x) {
  double r, rest;
  uint64_t q = cr_trig_near_f64(x, &r, &rest);
  return cr_tan_quotient_f64(x, q, r, rest);
}

CR_INLINE double cr_tan_f64(double x) {
  double r, rest;
  uint64_t q = cr_trig_any_f64(x, &r, &rest);
  return cr_tan_quotient_f64(x, q, r, rest);
}

#endif
