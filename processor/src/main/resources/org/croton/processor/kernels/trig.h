/*
 * What sin, cos and tan share: |x| reduced to the nearest multiple of pi/2 for any finite x, and the two series.
 *
 * Both types have two reductions. Loops evaluate cr_*_near_* where all arguments are near and the functions for any argument
 * elsewhere; near ones have the same value from both.
 *
 * f32 works in f64. For |x| <= CR_TRIG_NEAR_F32, two parts of pi/2 are enough. For larger ones, x*(2/pi) needs only the bits of 2/pi that weigh less than 4/ulp(x), so that five pairs of constants, chosen
 * by the size of x, make the product small enough for its fraction to be exact (after Payne and Hanek).
 *
 * f64: for |x| <= CR_TRIG_NEAR_F64, Cody and Waite's with three parts of pi/2: no branch, so loops over the
 * cr_*_near_f64 functions vectorise. For larger ones the above with a table of windows, called out of line: loops
 * over the functions for any argument stay scalar.
 */
#ifndef CR_TRIG_H
#define CR_TRIG_H

#include "base.h"

#define CR_TRIG_NEAR_F32 0x1p20f
#define CR_TRIG_NEAR_F64 0x1p20

/* x = (q + turn)*pi/2 mod 2*pi with |turn| <= 1/2; returns bits that end in q. turn is NaN for NaN and inf. */
CR_INLINE uint64_t cr_trig_turn_f32(float x, double *turn) {
  double a = (double)x, size = cr_abs_f64(a);
  double c = 0x1.45f306dc9c883p-1, c_low = -0x1.6b01ec5417056p-55;
  c = size >= 0x1p26 ? 0x1.17cc1b727220bp-3 : c;
  c_low = size >= 0x1p26 ? -0x1.ac07b1505c159p-57 : c_low;
  c = size >= 0x1p52 ? 0x1.c9c882a53f84fp-29 : c;
  c_low = size >= 0x1p52 ? -0x1.4170565911f92p-83 : c_low;
  c = size >= 0x1p78 ? 0x1.4a7f09d5f47d5p-54 : c;
  c_low = size >= 0x1p78 ? -0x1.6447e493ad4cep-109 : c_low;
  c = size >= 0x1p104 ? 0x1.57d1f534ddc0ep-80 : c;
  c_low = size >= 0x1p104 ? -0x1.275a99b0ef1bfp-134 : c_low;
  double product = a * c;
  double rest = CR_FMA_F64(a, c_low, cr_product_error_f64(a, c, product));
  product -= 4.0 * __builtin_rint(0.25 * product); /* whole turns; exact */
  double shift = (product + rest) + 0x1.8p52;
  *turn = (product - (shift - 0x1.8p52)) + rest;
  return cr_bits_f64(shift);
}

CR_INLINE double cr_sin_series_f32(double r, double z) {
  double p = CR_FMA_F64(z, 0x1.6d91eaa1ed531p-19, -0x1.a0131b65daf1dp-13);
  p = CR_FMA_F64(p, z, 0x1.11110d83be97ap-7);
  p = CR_FMA_F64(p, z, -0x1.555555542fd9dp-3);
  return CR_FMA_F64(z * p, r, r);
}

CR_INLINE double cr_cos_series_f32(double z) {
  double p = CR_FMA_F64(z, -0x1.244f6e3a3888bp-22, 0x1.a011f22ee3f38p-16);
  p = CR_FMA_F64(p, z, -0x1.6c16ba021b178p-10);
  p = CR_FMA_F64(p, z, 0x1.555555508ca14p-5);
  p = CR_FMA_F64(p, z, -0x1.fffffffffe049p-2);
  return CR_FMA_F64(z, p, 1.0);
}

/* x = q*pi/2 + r for |x| <= CR_TRIG_NEAR_F32; returns bits that end in q. */
CR_INLINE uint64_t cr_trig_near_f32(float x, double *r) {
  double a = (double)x, shift = CR_FMA_F64(a, 0x1.45f306dc9c883p-1, 0x1.8p52), n = shift - 0x1.8p52;
  *r = CR_FMA_F64(n, -0x1.0b4611a62633p-34, CR_FMA_F64(n, -0x1.921fb544p0, a)); /* the first product is exact */
  return cr_bits_f64(shift);
}

/* The same for any x; so that an element's value does not depend on others, near ones are reduced as above. */
CR_INLINE uint64_t cr_trig_any_f32(float x, double *r) {
  double near, turn;
  uint64_t near_q = cr_trig_near_f32(x, &near), q = cr_trig_turn_f32(x, &turn);
  int is_near = cr_abs_f32(x) <= CR_TRIG_NEAR_F32;
  *r = is_near ? near : turn * 0x1.921fb54442d18p0;
  return is_near ? near_q : q;
}

/* sin of q quarter turns beyond r. */
CR_INLINE float cr_trig_sine_f32(uint64_t q, double r) {
  double z = r * r;
  double value = q & 1 ? cr_cos_series_f32(z) : cr_sin_series_f32(r, z);
  return (float)cr_float_f64(cr_bits_f64(value) ^ (q & 2) << 62);
}

/* x = q*pi/2 + r + rest for |x| <= CR_TRIG_NEAR_F64; returns bits that end in q. */
CR_INLINE uint64_t cr_trig_near_f64(double x, double *r, double *rest) {
  double shift = CR_FMA_F64(x, 0x1.45f306dc9c883p-1, 0x1.8p52), n = shift - 0x1.8p52;
  double t = CR_FMA_F64(n, -0x1.921fb544p0, x); /* the first two products are exact */
  double u = CR_FMA_F64(n, -0x1.0b4611a6p-34, t);
  double low = CR_FMA_F64(n, -0x1.3198a2e037073p-69, CR_FMA_F64(n, -0x1.0b4611a6p-34, t - u));
  *r = u + low;
  *rest = (u - *r) + low;
  return cr_bits_f64(shift);
}

/* 2^40*(2/pi) without the bits that weigh 2^(94 - 16*j) or more, for 2^(16*j) <= |x| < 2^(16*j + 16), j = 1...64; all bits for j = 1. */
static const double cr_trig_windows[64][3] CR_UNUSED = {
    {0x1.45f306dc9c883p+39, -0x1.6b01ec5417056p-15, -0x1.6447e493ad4cep-69},
    {0x1.45f306dc9c883p+39, -0x1.6b01ec5417056p-15, -0x1.6447e493ad4cep-69},
    {0x1.45f306dc9c883p+39, -0x1.6b01ec5417056p-15, -0x1.6447e493ad4cep-69},
    {0x1.cc1b727220a95p+29, -0x1.ec54170565912p-31, 0x1.b6c52b3278872p-89},
    {0x1.727220a94fe14p+13, -0x1.505c1596447e5p-41, 0x1.b14acc9e21c82p-95},
    {0x1.054a7f09d5f48p-6, -0x1.596447e493ad5p-61, 0x1.93c439041fe51p-116},
    {0x1.4fe13abe8fa9ap-19, 0x1.bb81b6c52b328p-73, -0x1.de37df00d74e3p-127},
    {0x1.3abe8fa9a6eep-35, 0x1.b6c52b3278872p-89, 0x1.07f9458eaf7afp-146},
    {0x1.1f534ddc0db63p-52, -0x1.a99b0ef1bef8p-106, -0x1.ae9c5421443aap-160},
    {0x1.a6ee06db14acdp-67, -0x1.8778df7c035d4p-121, 0x1.d5ef5de2b0db9p-175},
    {0x1.b6c52b3278872p-89, 0x1.07f9458eaf7afp-146, -0x1.d4f246dc8e2dfp-203},
    {0x1.14acc9e21c821p-99, -0x1.ae9c5421443aap-160, 0x1.b7246e3a424ddp-216},
    {0x1.93c439041fe51p-116, 0x1.8eaf7aef1586ep-170, -0x1.b7238b7b645a4p-225},
    {0x1.c820ff28b1d5fp-135, -0x1.443a9e48db91cp-192, -0x1.6f6c8b47fe6dbp-246},
    {0x1.fe5163abdebbcp-152, 0x1.586dc91b8e909p-206, 0x1.ba5c00c925dd4p-261},
    {0x1.163abdebbc562p-164, -0x1.236e4716f6c8bp-218, -0x1.1ff9b6d115f63p-272},
    {0x1.5ef5de2b0db92p-179, 0x1.b8e909374b802p-234, -0x1.b6d115f62e6dep-288},
    {0x1.de2b0db92371dp-195, 0x1.09374b801924cp-250, -0x1.15f62e6de301ep-304},
    {0x1.0db92371d2127p-211, -0x1.68ffcdb688afbp-267, -0x1.736f180f10a72p-323},
    {0x1.2371d2126e97p-227, 0x1.924bba8274648p-286, 0x1.cfe1deb1cb12ap-340},
    {0x1.d2126e9700325p-243, -0x1.a22bec5cdbc6p-297, -0x1.e214e34ed658cp-352},
    {0x1.ba5c00c925dd4p-261, 0x1.3a32439fc3bd6p-317, 0x1.cb129a73ee882p-372},
    {0x1.00324977504e9p-275, -0x1.b78c0788538d4p-330, 0x1.29a73ee88235fp-384},
    {0x1.25dd413a3243ap-293, -0x1.e214e34ed658cp-352, -0x1.177dca0ad144cp-408},
    {0x1.504e8c90e7f0fp-307, -0x1.4e34ed658c117p-364, -0x1.f7282b4512edfp-418},
    {0x1.1921cfe1deb1dp-324, -0x1.3b5963045df73p-378, 0x1.f52ebb4484e9ap-432},
    {0x1.cfe1deb1cb12ap-340, -0x1.63045df7282b4p-394, -0x1.44bb7b16638fep-448},
    {0x1.deb1cb129a73fp-356, -0x1.77dca0ad144bbp-412, -0x1.ec598e3f652e8p-466},
    {0x1.cb129a73ee882p-372, 0x1.afa975da24275p-427, -0x1.8e3f652e8207p-482},
    {0x1.4d39f74411afbp-387, -0x1.a28976f62cc72p-441, 0x1.35a2fbf209cc9p-499},
    {0x1.f74411afa975ep-403, -0x1.76f62cc71fb29p-457, -0x1.d040df633714ep-511},
    {0x1.1afa975da2427p-423, 0x1.338e04d68befdp-477, -0x1.f633714e33e56p-531},
    {0x1.a975da24274cep-435, 0x1.c09ad17df904ep-490, 0x1.91d639835339fp-544},
    {0x1.da24274ce3813p-451, 0x1.68befc827323bp-505, -0x1.c67cacc60b638p-560},
    {0x1.3a671c09ad17ep-470, -0x1.bec66e29c67cbp-528, 0x1.9cfa4e422fc5ep-583},
    {0x1.c7026b45f7e41p-484, 0x1.cc8eb1cc1a99dp-539, -0x1.6c6f740e8840ep-597},
    {0x1.35a2fbf209cc9p-499, -0x1.4e33e566305b2p-555, 0x1.08bf177bf2507p-609},
    {0x1.f7e413991d63ap-516, -0x1.f2b3182d8dee8p-570, -0x1.d1081b5f13802p-626},
    {0x1.3991d63983534p-536, -0x1.82d8dee81d108p-590, -0x1.b5f13801da001p-646},
    {0x1.1d639835339f5p-548, -0x1.8dee81d1081b6p-602, 0x1.d8ffc4bffef03p-659},
    {0x1.cc1a99cfa4e42p-563, 0x1.7e2ef7e4a0ec8p-618, -0x1.da00087e99fcp-678},
    {0x1.339f49c845f8cp-580, -0x1.081b5f13801dap-634, -0x1.0fd33f8086877p-699},
    {0x1.a4e422fc5defdp-595, -0x1.af89c00ed0004p-649, -0x1.fa67f010d0ee7p-704},
    {0x1.17e2ef7e4a0ecp-614, 0x1.ff897ffde0598p-668, 0x1.fde5e2316b415p-725},
    {0x1.77bf250763ff1p-629, 0x1.7ffde05980fefp-684, 0x1.788c5ad05369p-739},
    {0x1.c941d8ffc4cp-643, -0x1.0fd33f8086877p-699, -0x1.d297d64b824b2p-754},
    {0x1.d8ffc4bffef03p-659, -0x1.9fc04343b9d29p-714, -0x1.f592e092c9813p-768},
    {0x1.c4bffef02cc08p-675, -0x1.0d0ee74a5f593p-732, 0x1.f6d367ecf27cbp-788},
    {0x1.fef02cc07f798p-691, -0x1.dce94beb25c12p-745, -0x1.64c0986c1a7b2p-799},
    {0x1.6603fbcbc462dp-710, 0x1.a0a6d1f6d367fp-764, -0x1.86c1a7b24585dp-819},
    {0x1.fde5e2316b415p-725, -0x1.2e092c98130d8p-780, -0x1.a7b24585ce04dp-835},
    {0x1.788c5ad05369p-739, -0x1.25930261b069fp-793, 0x1.b74f463f669e6p-848},
    {0x1.6b414da3eda6dp-757, -0x1.30d834f648b0cp-816, 0x1.8fd9a797fa8b6p-870},
    {0x1.4da3eda6cfd9ep-773, 0x1.3e584dba7a32p-827, -0x1.32c3402ba515bp-881},
    {0x1.f6d367ecf27cbp-788, 0x1.36e9e8c7ecd3dp-845, -0x1.00ae9456c229cp-899},
    {0x1.b3f6793e584dcp-803, -0x1.61738132c3403p-857, 0x1.16ba93dd63f5fp-911},
    {0x1.e4f96136e9e8cp-821, 0x1.fb34f2ff516bbp-875, -0x1.b08a7028341d1p-929},
    {0x1.6136e9e8c7ecdp-837, 0x1.e5fea2d7527bbp-892, -0x1.c0a0d0742617cp-947},
    {0x1.ba7a31fb34f3p-851, -0x1.5d28ad8453814p-908, -0x1.a0e84c2f8c608p-964},
    {0x1.8fd9a797fa8b6p-870, -0x1.5b08a7028341dp-925, -0x1.30be31821d6b6p-982},
    {0x1.34f2ff516ba94p-883, -0x1.14e050683a131p-938, 0x1.0739f78a5292fp-992},
    {0x1.fea2d7527bac8p-900, -0x1.41a0e84c2f8c6p-956, -0x1.0eb5ada2b2809p-1013},
    {0x1.6ba93dd63f5f3p-915, -0x1.d0985f18c10ebp-973, -0x0.0b5b456501281p-1022},
    {0x1.3dd63f5f2f8bep-931, -0x1.85f18c10eb5aep-985, 0x0.0000ba9afed7fp-1022},
};

/* The same for any x; from 2^32 on the reduced argument is good to 2^-85, absolutely. */
static __attribute__((noinline, unused)) uint64_t cr_trig_far_f64(double x, double *r, double *rest) {
  int64_t window = (int64_t)((cr_bits_f64(x) >> 52) & 2047) - 1023;
  const double *c = cr_trig_windows[window < 32 ? 0 : (window >> 4) - 1];
  double a = x * 0x1p-40; /* so that no step overflows */
  double p0 = a * c[0], p1 = a * c[1];
  double e0 = cr_product_error_f64(a, c[0], p0), e1 = cr_product_error_f64(a, c[1], p1);
  double low = CR_FMA_F64(a, c[2], e1);
  p0 -= 4.0 * __builtin_rint(0.25 * p0); /* whole turns; exact */
  e0 -= 4.0 * __builtin_rint(0.25 * e0);
  p1 -= 4.0 * __builtin_rint(0.25 * p1);
  double shift = (p0 + e0 + p1) + 0x1.8p52;
  double t = p0 - (shift - 0x1.8p52);
  double s = t + e0, u = s + p1;
  low += cr_sum_error_f64(t, e0, s) + cr_sum_error_f64(s, p1, u);
  double turn = u + low;
  low += u - turn;
  *r = turn * 0x1.921fb54442d18p0;
  *rest = cr_product_error_f64(turn, 0x1.921fb54442d18p0, *r);
  *rest += CR_FMA_F64(turn, 0x1.1a62633145c07p-54, low * 0x1.921fb54442d18p0);
  return cr_bits_f64(shift);
}

CR_INLINE uint64_t cr_trig_any_f64(double x, double *r, double *rest) {
  if (cr_abs_f64(x) <= CR_TRIG_NEAR_F64) return cr_trig_near_f64(x, r, rest);
  return cr_trig_far_f64(x, r, rest);
}

/* sin(r + rest) and cos(r + rest) for |r| <= pi/4. */
CR_INLINE double cr_sin_series_f64(double r, double rest, double z) {
  double p = CR_FMA_F64(z, 0x1.5de53f4c30cd3p-33, -0x1.ae5f9bd85a4a1p-26);
  p = CR_FMA_F64(p, z, 0x1.71de3723b3027p-19);
  p = CR_FMA_F64(p, z, -0x1.a01a019e20f77p-13);
  p = CR_FMA_F64(p, z, 0x1.11111111109b6p-7);
  p = CR_FMA_F64(p, z, -0x1.5555555555554p-3);
  return r + CR_FMA_F64(z * r, p, CR_FMA_F64(-0.5 * z, rest, rest));
}

CR_INLINE double cr_cos_series_f64(double r, double rest, double z) {
  double p = CR_FMA_F64(z, -0x1.9057fccb15b9dp-37, 0x1.1eeb31a67620dp-29);
  p = CR_FMA_F64(p, z, -0x1.27e4f9dec842cp-22);
  p = CR_FMA_F64(p, z, 0x1.a01a019f1da34p-16);
  p = CR_FMA_F64(p, z, -0x1.6c16c16c1686ap-10);
  p = CR_FMA_F64(p, z, 0x1.5555555555555p-5);
  double half = 0.5 * z, lead = 1.0 - half;
  return lead + (((1.0 - lead) - half) + CR_FMA_F64(z * z, p, -r * rest));
}

/* sin of q quarter turns beyond r + rest. */
CR_INLINE double cr_trig_sine_f64(uint64_t q, double r, double rest) {
  double z = r * r;
  double value = q & 1 ? cr_cos_series_f64(r, rest, z) : cr_sin_series_f64(r, rest, z);
  return cr_float_f64(cr_bits_f64(value) ^ (q & 2) << 62);
}

#endif
