/*
 * log2: f32 <= 0.51 ulp (in f64), f64 <= 0.75 ulp; whole where x is a power of two.
 *
 * x = 2^k*(1 + f) as in log. log(1 + f) is the sum of high, of at most 21 bits, and low; so is 1/ln2. The product of the
 * high parts is exact, and so is its sum with k up to an error that is added last.
 */
#ifndef CR_LOG2_H
#define CR_LOG2_H

#include "log.h"

/* log(1 + f) in two parts, of which the result has at most 21 bits. */
CR_INLINE double cr_log_parts_f64(double f, double *low) {
  double half, y = cr_log_curve_f64(f, 0.0, &half);
  double high = cr_float_f64(cr_bits_f64(f - half) & 0xffffffff00000000u);
  *low = ((f - high) - half) + y;
  return high;
}

CR_INLINE double cr_log2_f64(double x) {
  int tiny = x < 0x1p-1022;
  double low, m, k = cr_log_split_f64(tiny ? x * 0x1p52 : x, &m);
  k = tiny ? k - 52.0 : k;
  double high = cr_log_parts_f64(m - 1.0, &low);
  double main = high * 0x1.71547p0;
  double rest = CR_FMA_F64(low + high, 0x1.94ae0bf85ddf4p-22, low * 0x1.71547p0);
  double sum = k + main;
  return cr_log_limits_f64(x, sum + (rest + ((k - sum) + main)));
}

CR_INLINE float cr_log2_f32(float x) { return (float)cr_log2_f64((double)x); }

#endif
