/*
 * log10: f32 <= 0.51 ulp (in f64), f64 <= 0.75 ulp; as log2, with k*log10(2) in two parts, the first exact.
 */
#ifndef CR_LOG10_H
#define CR_LOG10_H

#include "log2.h"

CR_INLINE double cr_log10_f64(double x) {
  int tiny = x < 0x1p-1022;
  double low, m, k = cr_log_split_f64(tiny ? x * 0x1p52 : x, &m);
  k = tiny ? k - 52.0 : k;
  double high = cr_log_parts_f64(m - 1.0, &low);
  double main = high * 0x1.bcb7bp-2, whole = k * 0x1.34413509f6p-2;
  double rest = CR_FMA_F64(low + high, 0x1.526e50e32a6abp-26, low * 0x1.bcb7bp-2);
  double sum = whole + main;
  rest += (whole - sum) + main;
  return cr_log_limits_f64(x, sum + CR_FMA_F64(k, 0x1.9fef311f12b36p-42, rest));
}

CR_INLINE float cr_log10_f32(float x) { return (float)cr_log10_f64((double)x); }

#endif
