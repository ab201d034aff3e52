/*
 * pow(x, y) as C and NumPy define it (pow(1, y) = pow(x, 0) = 1 even for NaN): f32 <= 0.54 ulp, f64 <= 1.30 ulp.
 *
 * f64: log|x| to about 68 bits as a sum of two numbers: with s = f/(2+f), itself such a sum, 2s + (2/3)s^3 carried exactly
 * and s^5*P(s^2) plainly; then exp of the product with y (Tang's and Ziv's accounts of pow). f32: log2 and 2^t in f64.
 */
#ifndef CR_POW_H
#define CR_POW_H

#include "exp.h"
#include "log.h"

/* x^y from the value of |x|^y, which need not be right for |x| = 0, inf or NaN. */
CR_INLINE double cr_pow_limits_f64(double x, double y, double value) {
  double a = cr_abs_f64(x), half = 0.5 * y;
  int whole = __builtin_floor(y) == y, odd = whole & (__builtin_floor(half) != half);
  int zero = a == 0.0, infinite = a == CR_INF_F64;
  double end = zero == (y < 0.0) ? CR_INF_F64 : 0.0;
  value = ((zero | infinite) & (y == y)) ? end : value;
  value = ((x < 0.0) & !infinite & !whole) ? CR_NAN_F64 + y : value;
  uint64_t sign = odd ? cr_bits_f64(x) & 0x8000000000000000u : 0;
  value = cr_float_f64(cr_bits_f64(value) | sign);
  value = x == x ? value : x;
  return ((x == 1.0) | (y == 0.0)) ? 1.0 : value;
}

/* log(x) = the result + low, for x > 0. */
CR_INLINE double cr_pow_log_f64(double x, double *low) {
  int tiny = x < 0x1p-1022;
  double m, k = cr_log_split_f64(tiny ? x * 0x1p52 : x, &m);
  k = tiny ? k - 52.0 : k;
  double f = m - 1.0, d = 2.0 + f, d_low = (2.0 - d) + f, inverse = 1.0 / d;
  double s = f * inverse, s_low = (cr_rest_f64(s, d, f) - s * d_low) * inverse;
  double z = s * s, z_low = CR_FMA_F64(2.0 * s, s_low, cr_product_error_f64(s, s, z));
  double c = s * z, c_low = CR_FMA_F64(s, z_low, CR_FMA_F64(s_low, z, cr_product_error_f64(s, z, c)));
  double t = 0x1.5555555555555p-1 * c;
  double t_low = CR_FMA_F64(0x1.5555555555555p-1, c_low, cr_product_error_f64(0x1.5555555555555p-1, c, t));
  t_low = CR_FMA_F64(0x1.5555555555555p-55, c, t_low);
  double p = CR_FMA_F64(z, 0x1.da83ad0af2a8fp-4, 0x1.e01cd0c1da1f7p-4);
  p = CR_FMA_F64(p, z, 0x1.1115402c3ee76p-3);
  p = CR_FMA_F64(p, z, 0x1.3b13aa1f597dcp-3);
  p = CR_FMA_F64(p, z, 0x1.745d173c123d7p-3);
  p = CR_FMA_F64(p, z, 0x1.c71c71c74d6b9p-3);
  p = CR_FMA_F64(p, z, 0x1.24924924922fbp-2);
  p = CR_FMA_F64(p, z, 0x1.999999999999ap-2);
  double lead = k * 0x1.62e42fefa38p-1, two = 2.0 * s; /* the product is exact, and two smaller or lead 0 */
  double sum = lead + two, sum_low = (lead - sum) + two;
  double high = sum + t, rest = (sum - high) + t;
  rest += sum_low + CR_FMA_F64(k, 0x1.ef35793c7673p-45, CR_FMA_F64(c * z, p, CR_FMA_F64(2.0, s_low, t_low)));
  double log = high + rest;
  *low = (high - log) + rest;
  return log;
}

CR_INLINE double cr_pow_f64(double x, double y) {
  double low, log = cr_pow_log_f64(cr_abs_f64(x), &low);
  double e = y > 0x1p65 ? 0x1p65 : y; /* beyond, any x but 1 overflows or vanishes */
  e = e < -0x1p65 ? -0x1p65 : e;
  double product = e * log, rest = CR_FMA_F64(e, low, cr_product_error_f64(e, log, product));
  double t = product > 710.0 ? 710.0 : product;
  t = t < -746.0 ? -746.0 : t;
  rest = t == product ? rest : 0.0;
  double r;
  uint64_t b = cr_exp_reduce_f64(t, 2046.0, &r);
  r += rest;
  double tail = CR_FMA_F64(r * r, cr_exp_poly_f64(r), r);
  double first = cr_float_f64((b >> 1) << 52), second = cr_float_f64((b - (b >> 1)) << 52);
  double value = CR_FMA_F64(first, tail, first) * second;
  return cr_pow_limits_f64(x, y, product == product ? value : product);
}

CR_INLINE float cr_pow_f32(float x, float y) {
  double m, k = cr_log_split_f64(cr_abs_f64((double)x), &m);
  double f = m - 1.0, s = f / (2.0 + f), z = s * s;
  double p = CR_FMA_F64(z, 0x1.5ce7cd8b15e21p-2, 0x1.a58d8fc10c5d8p-2);
  p = CR_FMA_F64(p, z, 0x1.27777fda65c64p-1);
  p = CR_FMA_F64(p, z, 0x1.ec709d12e1573p-1);
  p = CR_FMA_F64(p, z, 0x1.71547652bede5p1);
  double e = y > 0x1p40f ? 0x1p40 : (double)y; /* beyond, any x but 1 overflows or vanishes */
  e = y < -0x1p40f ? -0x1p40 : e;
  double t = e * CR_FMA_F64(s, p, k);
  t = t > 129.0 ? 129.0 : t;
  t = t < -160.0 ? -160.0 : t;
  double shift = t + (0x1.8p52 + 1023.0), r = t - (shift - (0x1.8p52 + 1023.0));
  double q = CR_FMA_F64(r, 0x1.41d1f6c17b994p-13, 0x1.5f4730a969399p-10);
  q = CR_FMA_F64(q, r, 0x1.3b2dc1f06c66ep-7);
  q = CR_FMA_F64(q, r, 0x1.c6aed1374c948p-5);
  q = CR_FMA_F64(q, r, 0x1.ebfbdaccf8e51p-3);
  q = CR_FMA_F64(q, r, 0x1.62e430ca7d065p-1);
  q = CR_FMA_F64(q, r, 0x1.000000026b15ep0);
  double scale = cr_float_f64(cr_bits_f64(shift) << 52);
  return (float)cr_pow_limits_f64((double)x, (double)y, q * scale);
}

#endif
