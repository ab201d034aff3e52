/*
 * cosh: f32 <= 0.51 ulp, f64 <= 1.45 ulp: e + 1/(4e) with e = exp(|x|)/2, which does not overflow early. f32 in f64.
 */
#ifndef CR_COSH_H
#define CR_COSH_H

#include "exp.h"

/* exp(x)/2 for x >= 0, finite wherever it can be. */
CR_INLINE double cr_exp_half_f64(double x) {
  x = x > 711.0 ? 711.0 : x;
  double r;
  uint64_t b = cr_exp_reduce_f64(x, 2045.0, &r);
  double tail = CR_FMA_F64(r * r, cr_exp_poly_f64(r), r);
  double first = cr_float_f64((b >> 1) << 52), second = cr_float_f64((b - (b >> 1)) << 52);
  return CR_FMA_F64(first, tail, first) * second;
}

CR_INLINE double cr_cosh_f64(double x) {
  double e = cr_exp_half_f64(cr_abs_f64(x));
  return e + 0.25 / e;
}

CR_INLINE float cr_cosh_f32(float x) { return (float)cr_cosh_f64((double)x); }

#endif
