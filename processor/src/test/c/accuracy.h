/*
 * Measures elementwise kernels in ulps against a wider format, through the vectorised loop that generated code uses.
 *
 * A checker's main calls CHECK_* macros and returns accuracy_failures(). Points: every value of a list of special numbers,
 * then for each of the given ranges uniform values and uniform bit patterns from a fixed seed. The number of points
 * per range is the first command line argument (default 20000); "sweep" as second argument walks all f32 values.
 */
#ifndef ACCURACY_H
#define ACCURACY_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "base.h"

enum { ACCURACY_BLOCK = 1024 };

static int64_t accuracy_points = 20000;
static int accuracy_sweep = 0;
static int accuracy_failed = 0;

static inline void accuracy_arguments(int argc, char **argv) {
  if (argc > 1) accuracy_points = atoll(argv[1]);
  accuracy_sweep = argc > 2;
}

static inline int accuracy_failures(void) {
  printf(accuracy_failed ? "FAILED %d\n" : "passed\n", accuracy_failed);
  return accuracy_failed != 0;
}

static uint64_t accuracy_state = 0x9e3779b97f4a7c15u;

static inline uint64_t accuracy_random(void) {
  uint64_t z = accuracy_state += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

typedef struct {
  const char *name;
  double worst, at, at2, bound;
  int zero_signs; /* whether the sign of a zero result is checked */
} Accuracy;

/* An overflow to infinity counts as the next power of two, so that it may be one ulp away but no more. */
static inline double accuracy_ulps_f32(float got, double want) {
  if (isnan(want) || isnan(got)) return isnan(want) && isnan(got) ? 0 : INFINITY;
  if (isinf(want) && isinf(got)) return want == (double)got ? 0 : INFINITY;
  double g = isinf(got) ? copysign(0x1p128, got) : (double)got;
  if (fabs(want) > 0x1p128) want = copysign(0x1p128, want);
  int e = want == 0 ? -126 : ilogb(want);
  e = e < -126 ? -126 : e > 127 ? 127 : e;
  return fabs(g - want) * ldexp(1, 23 - e);
}

static inline double accuracy_ulps_f64(double got, long double want) {
  if (isnan(want) || isnan(got)) return isnan(want) && isnan(got) ? 0 : INFINITY;
  if (isinf(want) && isinf(got)) return want == (long double)got ? 0 : INFINITY;
  long double g = isinf(got) ? copysignl(0x1p1024L, got) : (long double)got;
  if (fabsl(want) > 0x1p1024L) want = copysignl(0x1p1024L, want);
  int e = want == 0 ? -1022 : ilogbl(want);
  e = e < -1022 ? -1022 : e > 1023 ? 1023 : e;
  return (double)ldexpl(fabsl(g - want), 52 - e);
}

static inline void accuracy_note(Accuracy *a, double ulps, double x, double y) {
  if (ulps > a->worst || isnan(ulps)) {
    a->worst = ulps;
    a->at = x;
    a->at2 = y;
  }
}

static inline void accuracy_report(const Accuracy *a) {
  int bad = !(a->worst <= a->bound);
  accuracy_failed += bad;
  printf("%-14s max %.4f ulp (bound %.2f) at %a %a%s\n", a->name, a->worst, a->bound, a->at, a->at2,
         bad ? "  <-- FAILED" : "");
}

static const double accuracy_special[] = {
    0.0, 1.0, 2.0, 0.5, 3.0, 10.0, 100.0, 1e4, 1e5, 1e10, 1e30, INFINITY, NAN, 0x1p-149, 0x1p-140, 0x1.fffffcp-127,
    0x1p-126, 0x1.fffffep127, 0x1p-1074, 0x1p-1050, 0x1.ffffffffffffep-1023, 0x1p-1022, 0x1.fffffffffffffp1023,
    0x1p-24, 0x1p-25, 0x1p-53, 0x1p-54, 0x1p-60, 0x1p64, 0x1p100, 0x1p126, 0x1p127, 0x1p1022, 0x1p1023,
    0x1.fffffep-1, 0x1.fffffffffffffp-1, 0x1.000002p0, 0x1.0000000000001p0, 0x1.6a09e6p-1, 0x1.6a09e6p0,
    0x1.6a09e667f3bcdp0, 0x1.6a09e667f3bcdp-1, 0x1.62e43p-1, 0x1.62e42fefa39efp-1, 0x1.62e42fefa39efp-2, 88.72283, 88.722839,
    88.72284, 103.97207, 103.97208, 104.0, 87.33654, 709.78271289338397, 709.78271289338399, 745.13321910194110,
    745.13321910194122, 746.0, 708.3964185322641, 16.6, 17.3, 18.7, 36.7, 37.5, 9.01, 8.66, 22.0, 19.06, 1.5707963267948966, 3.141592653589793,
    0x1.921fb6p0, 0x1.921fb6p1, 6.283185307179586, 0.785398163397448, 1.5, 2.5, 1e-3, 1e-8, 1e-20, 1e-300};

enum { ACCURACY_SPECIALS = sizeof accuracy_special / sizeof accuracy_special[0] };

static inline double accuracy_special_at(int i) {
  double x = accuracy_special[i / 2];
  return i % 2 ? -x : x;
}

#define ACCURACY_BLOCK_1(T, S, FN, WIDE, REF)                                                            \
  _Pragma("omp simd") for (int i = 0; i < ACCURACY_BLOCK; i++) out[i] = FN(in[i]);                       \
  for (int i = 0; i < ACCURACY_BLOCK; i++) {                                                             \
    WIDE want = REF((WIDE)in[i]);                                                                        \
    double ulps = accuracy_ulps_##S(out[i], want);                                                       \
    if (want == 0 && out[i] == 0 && !signbit(want) != !signbit(out[i])) ulps = INFINITY;                   \
    accuracy_note(&a, ulps, (double)in[i], 0);                                                           \
  }

/* Checks FN: T -> T against REF: WIDE -> WIDE, over specials and LO..HI (uniform) and all bit patterns within it. */
#define CHECK_1(T, S, U, FN, WIDE, REF, BOUND, LO, HI)                                                   \
  do {                                                                                                   \
    static T in[ACCURACY_BLOCK], out[ACCURACY_BLOCK];                                                    \
    Accuracy a = {#FN, 0, 0, 0, BOUND, 1};                                                               \
    for (int s = 0; s < 2 * ACCURACY_SPECIALS; s += ACCURACY_BLOCK) {                                    \
      for (int i = 0; i < ACCURACY_BLOCK; i++) in[i] = (T)accuracy_special_at((s + i) % (2 * ACCURACY_SPECIALS)); \
      ACCURACY_BLOCK_1(T, S, FN, WIDE, REF)                                                              \
    }                                                                                                    \
    for (int64_t p = 0; p < accuracy_points; p += ACCURACY_BLOCK) {                                      \
      for (int i = 0; i < ACCURACY_BLOCK; i++) in[i] = (T)((LO) + ((HI) - (LO)) * (double)(accuracy_random() >> 11) * 0x1p-53); \
      ACCURACY_BLOCK_1(T, S, FN, WIDE, REF)                                                              \
      for (int i = 0; i < ACCURACY_BLOCK; i++) in[i] = (T)ldexp((double)((int64_t)accuracy_random() >> 10), -53 - (int)(accuracy_random() % 64)); \
      ACCURACY_BLOCK_1(T, S, FN, WIDE, REF)                                                              \
      for (int i = 0; i < ACCURACY_BLOCK; i++) in[i] = cr_float_##S((U)accuracy_random());               \
      ACCURACY_BLOCK_1(T, S, FN, WIDE, REF)                                                              \
    }                                                                                                    \
    if (accuracy_sweep && sizeof(T) == 4)                                                                \
      for (uint64_t b = 0; b < (uint64_t)1 << 32; b += ACCURACY_BLOCK) {                                 \
        for (int i = 0; i < ACCURACY_BLOCK; i++) in[i] = cr_float_##S((U)(b + (U)i));                    \
        ACCURACY_BLOCK_1(T, S, FN, WIDE, REF)                                                            \
      }                                                                                                  \
    accuracy_report(&a);                                                                                 \
  } while (0)

#define ACCURACY_BLOCK_2(T, S, FN, WIDE, REF)                                                            \
  _Pragma("omp simd") for (int i = 0; i < ACCURACY_BLOCK; i++) out[i] = FN(in[i], in2[i]);               \
  for (int i = 0; i < ACCURACY_BLOCK; i++) {                                                             \
    WIDE want = REF((WIDE)in[i], (WIDE)in2[i]);                                                          \
    double ulps = accuracy_ulps_##S(out[i], want);                                                       \
    if (want == 0 && out[i] == 0 && !signbit(want) != !signbit(out[i])) ulps = INFINITY;                 \
    accuracy_note(&a, ulps, (double)in[i], (double)in2[i]);                                              \
  }

/* The same for two arguments: all pairs of specials, LO..HI for both, all bit patterns, and a special with either. */
#define CHECK_2(T, S, U, FN, WIDE, REF, BOUND, LO, HI)                                                   \
  do {                                                                                                   \
    static T in[ACCURACY_BLOCK], in2[ACCURACY_BLOCK], out[ACCURACY_BLOCK];                               \
    Accuracy a = {#FN, 0, 0, 0, BOUND, 1};                                                               \
    const int n = 2 * ACCURACY_SPECIALS;                                                                 \
    for (int s = 0; s < n * n; s += ACCURACY_BLOCK) {                                                    \
      for (int i = 0; i < ACCURACY_BLOCK; i++) {                                                         \
        in[i] = (T)accuracy_special_at((s + i) / n % n);                                                 \
        in2[i] = (T)accuracy_special_at((s + i) % n);                                                    \
      }                                                                                                  \
      ACCURACY_BLOCK_2(T, S, FN, WIDE, REF)                                                              \
    }                                                                                                    \
    for (int64_t p = 0; p < accuracy_points; p += ACCURACY_BLOCK) {                                      \
      for (int i = 0; i < ACCURACY_BLOCK; i++) {                                                         \
        in[i] = (T)((LO) + ((HI) - (LO)) * (double)(accuracy_random() >> 11) * 0x1p-53);                 \
        in2[i] = (T)((LO) + ((HI) - (LO)) * (double)(accuracy_random() >> 11) * 0x1p-53);                \
      }                                                                                                  \
      ACCURACY_BLOCK_2(T, S, FN, WIDE, REF)                                                              \
      for (int i = 0; i < ACCURACY_BLOCK; i++) {                                                         \
        in[i] = cr_float_##S((U)accuracy_random());                                                      \
        in2[i] = cr_float_##S((U)accuracy_random());                                                     \
      }                                                                                                  \
      ACCURACY_BLOCK_2(T, S, FN, WIDE, REF)                                                              \
      for (int i = 0; i < ACCURACY_BLOCK; i++) {                                                         \
        in[i] = cr_float_##S((U)accuracy_random());                                                      \
        in2[i] = (T)accuracy_special_at((int)(accuracy_random() % (uint64_t)n));                         \
      }                                                                                                  \
      ACCURACY_BLOCK_2(T, S, FN, WIDE, REF)                                                              \
      for (int i = 0; i < ACCURACY_BLOCK; i++) { /* near 1, to an exponent that makes the power of ordinary size */ \
        double d = ldexp((double)((int64_t)accuracy_random() >> 10), -54 - (int)(accuracy_random() % 40)); \
        in[i] = (T)(1 + d);                                                                              \
        in2[i] = (T)((double)((int64_t)accuracy_random() >> 10) * 0x1p-53 * (sizeof(T) == 4 ? 88 : 709) / d); \
      }                                                                                                  \
      ACCURACY_BLOCK_2(T, S, FN, WIDE, REF)                                                              \
    }                                                                                                    \
    accuracy_report(&a);                                                                                 \
  } while (0)

#define CHECK2_F32(FN, REF, BOUND, LO, HI) CHECK_2(float, f32, uint32_t, FN, double, REF, BOUND, LO, HI)
#define CHECK2_F64(FN, REF, BOUND, LO, HI) CHECK_2(double, f64, uint64_t, FN, long double, REF, BOUND, LO, HI)
#define CHECK_F32(FN, REF, BOUND, LO, HI) CHECK_1(float, f32, uint32_t, FN, double, REF, BOUND, LO, HI)
#define CHECK_F64(FN, REF, BOUND, LO, HI) CHECK_1(double, f64, uint64_t, FN, long double, REF, BOUND, LO, HI)

#endif
