/*
 * atan2(y, x) with signs, zeros and infinities as in C: f32 <= 0.51 ulp, f64 <= 1.60 ulp.
 *
 * With a = |y| and b = |x|, atan(a/b) = base + atan(t) where t = a/b, (a-b)/(a+b) or -b/a and base = 0, pi/4 or pi/2, so that
 * |t| <= sqrt(2)-1; atan(t) by an odd minimax polynomial (relative error 2^-57; f32 in f64 2^-33).
 */
#ifndef CR_ATAN2_H
#define CR_ATAN2_H

#include "base.h"

/* atan(t)/t - 1 at z = t^2, |t| <= sqrt(2)-1. */
CR_INLINE double cr_atan_series_f64(double z) {
  double p = CR_FMA_F64(z, -0x1.3a968753d83ddp-6, 0x1.41929555fc64dp-5);
  p = CR_FMA_F64(p, z, -0x1.a0acf3581c77cp-5);
  p = CR_FMA_F64(p, z, 0x1.dfeaa39d79f5ap-5);
  p = CR_FMA_F64(p, z, -0x1.10fac41d9ffa2p-4);
  p = CR_FMA_F64(p, z, 0x1.3b12699ae0099p-4);
  p = CR_FMA_F64(p, z, -0x1.745d0b82f86b6p-4);
  p = CR_FMA_F64(p, z, 0x1.c71c718820f33p-4);
  p = CR_FMA_F64(p, z, -0x1.249249243c90cp-3);
  p = CR_FMA_F64(p, z, 0x1.999999999941cp-3);
  p = CR_FMA_F64(p, z, -0x1.5555555555555p-2);
  return z * p;
}

CR_INLINE double cr_atan_series_f32(double z) {
  double p = CR_FMA_F64(z, 0x1.9d9eaed7bacd7p-5, -0x1.6149cfa034c34p-4);
  p = CR_FMA_F64(p, z, 0x1.c57cb5da16b71p-4);
  p = CR_FMA_F64(p, z, -0x1.248a20f30cbedp-3);
  p = CR_FMA_F64(p, z, 0x1.99997b52b40f7p-3);
  p = CR_FMA_F64(p, z, -0x1.5555554c2b063p-2);
  return z * p;
}

/* An angle as base + (low + t*(1 + series(t*t))). */
typedef struct {
  double base, low, t;
} cr_Angle;

/* The angle of the point (b, a), a >= 0 and b >= 0, or of (-b, a) if flip. NaN goes into t. */
CR_INLINE cr_Angle cr_atan_angle(double a, double b, int flip) {
  int infinite = (a == CR_INF_F64) & (b == CR_INF_F64);
  int high = a > 0x1.3504f333f9de6p1 * b, low = (a <= 0x1.a827999fcef32p-2 * b) & !infinite;
  double num = high ? -b : low ? a : a - b, den = high ? a : low ? b : a + b;
  double t = ((num == 0.0) | infinite) ? 0.0 : num / den;
  double quarters = high ? 2.0 : low ? 0.0 : 1.0;
  quarters = flip ? 4.0 - quarters : quarters;
  cr_Angle angle = {quarters * 0x1.921fb54442d18p-1, quarters * 0x1.1a62633145c07p-55, flip ? -t : t};
  return angle;
}

CR_INLINE double cr_atan2_f64(double y, double x) {
  double a = cr_abs_f64(y), b = cr_abs_f64(x);
  int huge = (a > 0x1p1000) | (b > 0x1p1000), tiny = (a < 0x1p-900) & (b < 0x1p-900);
  double scale = huge ? 0x1p-100 : tiny ? 0x1p100 : 1.0; /* a + b neither overflows, nor is a ratio's rest lost */
  cr_Angle angle = cr_atan_angle(a * scale, b * scale, (cr_bits_f64(x) >> 63) != 0);
  double curve = CR_FMA_F64(angle.t, cr_atan_series_f64(angle.t * angle.t), angle.low);
  return __builtin_copysign(angle.base + (angle.t + curve), y);
}

CR_INLINE float cr_atan2_f32(float y, float x) {
  cr_Angle angle = cr_atan_angle(cr_abs_f64((double)y), cr_abs_f64((double)x), (cr_bits_f32(x) >> 31) != 0);
  double value = angle.base + CR_FMA_F64(angle.t, cr_atan_series_f32(angle.t * angle.t), angle.t);
  return __builtin_copysignf((float)value, y);
}

#endif
