/*
 * asin: f32 <= 0.52 ulp, f64 <= 1.60 ulp.
 *
 * |x| <= 1/2: x + x^3*P(x^2), P minimax (2^-58; f32 in f64 2^-29). Beyond, pi/2 - 2*asin(s) with s = sqrt((1-|x|)/2).
 */
#ifndef CR_ASIN_H
#define CR_ASIN_H

#include "base.h"

/* asin(s)/s - 1 at z = s^2, |s| <= 1/2. */
CR_INLINE double cr_asin_series_f64(double z) {
  double p = CR_FMA_F64(z, 0x1.db30f80e24f53p-6, -0x1.f2c01cd5bef4p-7);
  p = CR_FMA_F64(p, z, 0x1.2112f715b435ap-6);
  p = CR_FMA_F64(p, z, 0x1.5fa104f5e0fdap-8);
  p = CR_FMA_F64(p, z, 0x1.52fc6f4a48ae4p-7);
  p = CR_FMA_F64(p, z, 0x1.78087764c6283p-7);
  p = CR_FMA_F64(p, z, 0x1.c9d23d95c9c6fp-7);
  p = CR_FMA_F64(p, z, 0x1.1c4d186591d92p-6);
  p = CR_FMA_F64(p, z, 0x1.6e8bb3234a21cp-6);
  p = CR_FMA_F64(p, z, 0x1.f1c71c13fa555p-6);
  p = CR_FMA_F64(p, z, 0x1.6db6db6e44e79p-5);
  p = CR_FMA_F64(p, z, 0x1.3333333332dc2p-4);
  p = CR_FMA_F64(p, z, 0x1.5555555555556p-3);
  return z * p;
}

CR_INLINE double cr_asin_series_f32(double z) {
  double p = CR_FMA_F64(z, 0x1.15166de66e9ecp-5, 0x1.17a3ef6e56fe3p-6);
  p = CR_FMA_F64(p, z, 0x1.fdd655a98538bp-6);
  p = CR_FMA_F64(p, z, 0x1.6d58927e7d3fdp-5);
  p = CR_FMA_F64(p, z, 0x1.33343d2d0bd1ap-4);
  p = CR_FMA_F64(p, z, 0x1.555554dcb96cbp-3);
  return z * p;
}

CR_INLINE double cr_asin_f64(double x) {
  double a = cr_abs_f64(x);
  int far = a > 0.5;
  double z = far ? 0.5 - 0.5 * a : a * a, s = far ? cr_sqrt_f64(z) : a;
  double curve = s * cr_asin_series_f64(z);
  double value = far ? 0x1.921fb54442d18p0 - (2.0 * s + (2.0 * curve - 0x1.1a62633145c07p-54)) : s + curve;
  return __builtin_copysign(value, x);
}

CR_INLINE float cr_asin_f32(float x) {
  double a = cr_abs_f64((double)x);
  int far = a > 0.5;
  double z = far ? 0.5 - 0.5 * a : a * a, s = far ? cr_sqrt_f64(z) : a;
  double asin = CR_FMA_F64(s, cr_asin_series_f32(z), s);
  return __builtin_copysignf((float)(far ? 0x1.921fb54442d18p0 - 2.0 * asin : asin), x);
}

#endif
