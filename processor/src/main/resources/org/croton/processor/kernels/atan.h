/* atan: f32 <= 0.51 ulp, f64 <= 1.60 ulp, by the reduction of atan2.h. */
#ifndef CR_ATAN_H
#define CR_ATAN_H

#include "atan2.h"

CR_INLINE double cr_atan_f64(double x) {
  cr_Angle angle = cr_atan_angle(cr_abs_f64(x), 1.0, 0);
  double curve = CR_FMA_F64(angle.t, cr_atan_series_f64(angle.t * angle.t), angle.low);
  return __builtin_copysign(angle.base + (angle.t + curve), x);
}

CR_INLINE float cr_atan_f32(float x) {
  cr_Angle angle = cr_atan_angle(cr_abs_f64((double)x), 1.0, 0);
  double value = angle.base + CR_FMA_F64(angle.t, cr_atan_series_f32(angle.t * angle.t), angle.t);
  return __builtin_copysignf((float)value, x);
}

#endif
