/* hypot(x, y) = sqrt(x^2 + y^2), inf if either is, without early overflow: f32 <= 0.51 ulp (in f64), f64 <= 1.20 ulp. */
#ifndef CR_HYPOT_H
#define CR_HYPOT_H

#include "base.h"

CR_INLINE double cr_hypot_f64(double x, double y) {
  double a = cr_abs_f64(x), b = cr_abs_f64(y);
  int huge = (a > 0x1p500) | (b > 0x1p500), tiny = (a < 0x1p-400) & (b < 0x1p-400);
  double down = huge ? 0x1p-600 : tiny ? 0x1p600 : 1.0, up = huge ? 0x1p600 : tiny ? 0x1p-600 : 1.0;
  double u = a * down, v = b * down;
  double value = cr_sqrt_f64(CR_FMA_F64(u, u, v * v)) * up;
  return ((a == CR_INF_F64) | (b == CR_INF_F64)) ? CR_INF_F64 : value;
}

CR_INLINE float cr_hypot_f32(float x, float y) {
  double a = (double)x, b = (double)y;
  double value = cr_sqrt_f64(a * a + b * b);
  value = cr_abs_f64(a) == CR_INF_F64 ? CR_INF_F64 : value;
  return (float)(cr_abs_f64(b) == CR_INF_F64 ? CR_INF_F64 : value);
}

#endif
