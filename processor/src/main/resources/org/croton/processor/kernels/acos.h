/*
 * acos: f32 <= 0.52 ulp, f64 <= 1.10 ulp.
 *
 * With asin's series: |x| <= 1/2: pi/2 - asin(x). Beyond, with s = sqrt((1-|x|)/2): 2*asin(s) for x > 0, pi - 2*asin(s) for x < 0.
 */
#ifndef CR_ACOS_H
#define CR_ACOS_H

#include "asin.h"

CR_INLINE double cr_acos_f64(double x) {
  double a = cr_abs_f64(x);
  int far = a > 0.5, negative = x < 0.0;
  double z = far ? 0.5 - 0.5 * a : a * a, s = far ? cr_sqrt_f64(z) : a;
  double asin_low = s * cr_asin_series_f64(z);
  double sign = negative ? -1.0 : 1.0;
  double near = 0x1.921fb54442d18p0 - (sign * s + (sign * asin_low - 0x1.1a62633145c07p-54));
  double left = 0x1.921fb54442d18p1 - (2.0 * s + (2.0 * asin_low - 0x1.1a62633145c07p-53));
  double right = 2.0 * (s + asin_low);
  return far ? (negative ? left : right) : near;
}

CR_INLINE float cr_acos_f32(float x) {
  double a = cr_abs_f64((double)x);
  int far = a > 0.5, negative = x < 0.0f;
  double z = far ? 0.5 - 0.5 * a : a * a, s = far ? cr_sqrt_f64(z) : a;
  double asin = CR_FMA_F64(s, cr_asin_series_f32(z), s);
  double near = 0x1.921fb54442d18p0 - (negative ? -asin : asin);
  return (float)(far ? (negative ? 0x1.921fb54442d18p1 - 2.0 * asin : 2.0 * asin) : near);
}

#endif
