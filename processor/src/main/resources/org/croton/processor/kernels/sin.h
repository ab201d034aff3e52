/* sin: f32 <= 0.51 ulp, f64 <= 0.80 ulp; cr_sin_near_... is for |x| <= CR_TRIG_NEAR_.... See trig.h. */
#ifndef CR_SIN_H
#define CR_SIN_H

#include "trig.h"

CR_INLINE float cr_sin_near_f32(float x) {
  double r;
  uint64_t q = cr_trig_near_f32(x, &r);
  float value = cr_trig_sine_f32(q, r);
  return cr_abs_f32(x) < 0x1p-13f ? x : value;
}

CR_INLINE float cr_sin_f32(float x) {
  double r;
  uint64_t q = cr_trig_any_f32(x, &r);
  float value = cr_trig_sine_f32(q, r);
  return cr_abs_f32(x) < 0x1p-13f ? x : value;
}

CR_INLINE double cr_sin_near_f64(double x) {
  double r, rest;
  uint64_t q = cr_trig_near_f64(x, &r, &rest);
  double value = cr_trig_sine_f64(q, r, rest);
  return cr_abs_f64(x) < 0x1p-27 ? x : value;
}

CR_INLINE double cr_sin_f64(double x) {
  double r, rest;
  uint64_t q = cr_trig_any_f64(x, &r, &rest);
  double value = cr_trig_sine_f64(q, r, rest);
  return cr_abs_f64(x) < 0x1p-27 ? x : value;
}

#endif
