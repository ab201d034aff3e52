/* cos: f32 <= 0.51 ulp, f64 <= 0.81 ulp; cr_cos_near_... is for |x| <= CR_TRIG_NEAR_.... See trig.h. */
#ifndef CR_COS_H
#define CR_COS_H

#include "trig.h"

CR_INLINE float cr_cos_near_f32(float x) {
  double r;
  uint64_t q = cr_trig_near_f32(x, &r);
  return cr_trig_sine_f32(q + 1, r);
}

CR_INLINE float cr_cos_f32(float x) {
  double r;
  uint64_t q = cr_trig_any_f32(x, &r);
  return cr_trig_sine_f32(q + 1, r);
}

CR_INLINE double cr_cos_near_f64(double x) {
  double r, rest;
  uint64_t q = cr_trig_near_f64(x, &r, &rest);
  return cr_trig_sine_f64(q + 1, r, rest);
}

CR_INLINE double cr_cos_f64(double x) {
  double r, rest;
  uint64_t q = cr_trig_any_f64(x, &r, &rest);
  return cr_trig_sine_f64(q + 1, r, rest);
}

#endif
