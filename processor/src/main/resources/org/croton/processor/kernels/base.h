/*
 * What every kernel header rests on: bit casts, an explicit fused multiply-add, exact product and sum errors.
 *
 * The functions of the elementwise headers are scalar and free of branches, so that gcc and clang vectorise any
 * loop that calls them. They expect -fno-math-errno -fno-trapping-math -ffp-contract=off and never -ffast-math:
 * every fused operation is written out, hence both compilers give the same bits at one instruction-set level.
 *
 * "ulp" below is the distance between the two floating-point numbers around the exact result, the smallest
 * subnormal near zero. Each bound is the largest error found against a wider format by the checkers in src/test/c, over millions
 * of arguments with the boundaries among them, with and without FMA; every f32 argument was tried for exp to tanh at v4.
 */
#ifndef CR_BASE_H
#define CR_BASE_H

#include <stdint.h>
#include <string.h>

#define CR_INLINE static inline __attribute__((always_inline, unused))
#define CR_UNUSED __attribute__((unused))

/* A function that many calls share, in vector lanes too: only gcc makes variants for lanes of a function. */
#ifdef __clang__
#define CR_SHARED CR_INLINE
#else
#define CR_SHARED _Pragma("omp declare simd notinbranch") static __attribute__((noinline, unused))
#endif

#define CR_INF_F32 __builtin_inff()
#define CR_INF_F64 __builtin_inf()
#define CR_NAN_F32 __builtin_nanf("")
#define CR_NAN_F64 __builtin_nan("")

/* a*b+c: rounded once where the level has FMA, twice below (x86-64-v2). */
#ifdef __FMA__
#define CR_FMA_F32(a, b, c) __builtin_fmaf(a, b, c)
#define CR_FMA_F64(a, b, c) __builtin_fma(a, b, c)
#else
#define CR_FMA_F32(a, b, c) ((a) * (b) + (c))
#define CR_FMA_F64(a, b, c) ((a) * (b) + (c))
#endif

CR_INLINE uint32_t cr_bits_f32(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

CR_INLINE float cr_float_f32(uint32_t bits) {
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

CR_INLINE uint64_t cr_bits_f64(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

CR_INLINE double cr_float_f64(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

CR_INLINE float cr_abs_f32(float x) { return __builtin_fabsf(x); }

CR_INLINE double cr_abs_f64(double x) { return __builtin_fabs(x); }

/* 2^-149 and the like come out right: no flush to zero is assumed anywhere. */
CR_INLINE float cr_sqrt_f32(float x) { return __builtin_sqrtf(x); }

CR_INLINE double cr_sqrt_f64(double x) { return __builtin_sqrt(x); }

/* c - a*b rounded once at every level; without FMA the f32 product is exact in f64. */
CR_INLINE float cr_rest_f32(float a, float b, float c) {
#ifdef __FMA__
  return __builtin_fmaf(-a, b, c);
#else
  return (float)((double)c - (double)a * (double)b);
#endif
}

/* The rounding error of p = a*b (Dekker's splitting where there is no FMA; |a|, |b| < 2^996). */
CR_INLINE double cr_product_error_f64(double a, double b, double p) {
#ifdef __FMA__
  return __builtin_fma(a, b, -p);
#else
  double ta = a * 0x1.0000002p27, tb = b * 0x1.0000002p27;
  double ah = ta - (ta - a), bh = tb - (tb - b);
  double al = a - ah, bl = b - bh;
  return ((ah * bh - p) + ah * bl + al * bh) + al * bl;
#endif
}

/* c - a*b, where it is small: rounded once, or nearly so without FMA. */
CR_INLINE double cr_rest_f64(double a, double b, double c) {
#ifdef __FMA__
  return __builtin_fma(-a, b, c);
#else
  double p = a * b;
  return (c - p) - cr_product_error_f64(a, b, p);
#endif
}

/* The rounding error of s = a+b, for any a and b (Knuth). */
CR_INLINE float cr_sum_error_f32(float a, float b, float s) {
  float t = s - a;
  return (a - (s - t)) + (b - t);
}

CR_INLINE double cr_sum_error_f64(double a, double b, double s) {
  double t = s - a;
  return (a - (s - t)) + (b - t);
}

#endif
