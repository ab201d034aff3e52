/*
 * Compares sums, dot products and products with the order that reduce.h promises, written as plain loops: every bit must
 * agree. Also holds sums of long f32 vectors against f64. The argument is the number of random cases.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "reduce.h"

static uint64_t state = 88172645463325252u;

static uint64_t next(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

static int failures = 0;

#define CHECK(T, S, FMA)                                                                                     \
  static T ordered_##S(int kind, const T *x, const T *y, int64_t n) {                                        \
    enum { LANES = CR_VECTOR_BYTES / sizeof(T) };                                                            \
    T part[4][LANES];                                                                                        \
    for (int p = 0; p < 4; p++)                                                                              \
      for (int l = 0; l < LANES; l++) part[p][l] = kind == 2;                                                \
    int64_t whole = n / (4 * LANES) * 4 * LANES, vectors = n / LANES * LANES;                                \
    for (int64_t i = 0; i < vectors; i++) {                                                                  \
      T *at = &part[i < whole ? i / LANES % 4 : 0][i % LANES];                                               \
      *at = kind == 0 ? *at + x[i] : kind == 1 ? FMA(x[i], y[i], *at) : *at * x[i];                          \
    }                                                                                                        \
    for (int l = 0; l < LANES; l++)                                                                          \
      part[0][l] = kind == 2 ? (part[0][l] * part[1][l]) * (part[2][l] * part[3][l])                         \
                             : (part[0][l] + part[1][l]) + (part[2][l] + part[3][l]);                        \
    for (int half = LANES / 2; half > 0; half /= 2)                                                          \
      for (int l = 0; l < half; l++)                                                                         \
        part[0][l] = kind == 2 ? part[0][l] * part[0][l + half] : part[0][l] + part[0][l + half];            \
    T total = part[0][0];                                                                                    \
    for (int64_t i = vectors; i < n; i++)                                                                    \
      total = kind == 0 ? total + x[i] : kind == 1 ? FMA(x[i], y[i], total) : total * x[i];                  \
    return total;                                                                                            \
  }                                                                                                          \
  static void check_##S(int64_t n) {                                                                         \
    T *x = malloc((size_t)(n > 0 ? n : 1) * sizeof(T)), *y = malloc((size_t)(n > 0 ? n : 1) * sizeof(T));    \
    for (int64_t i = 0; i < n; i++) {                                                                        \
      x[i] = (T)((double)(next() >> 40) * 0x1p-24 + 0.5);                                                    \
      y[i] = (T)((double)(next() >> 40) * 0x1p-24 - 0.5);                                                    \
    }                                                                                                        \
    double want[3] = {0, 0, 1}, got[3] = {cr_sum_##S(y, n), cr_dot_##S(x, y, n), cr_product_##S(x, n)};      \
    for (int64_t i = 0; i < n; i += CR_REDUCE_BLOCK) {                                                       \
      int64_t count = n - i < CR_REDUCE_BLOCK ? n - i : CR_REDUCE_BLOCK;                                     \
      want[0] += (double)ordered_##S(0, y + i, y + i, count);                                                \
      want[1] += (double)ordered_##S(1, x + i, y + i, count);                                                \
      want[2] *= (double)ordered_##S(2, x + i, x + i, count);                                                \
    }                                                                                                        \
    for (int kind = 0; kind < 3; kind++)                                                                     \
      if (memcmp(&want[kind], &got[kind], sizeof(double)) != 0) {                                            \
        failures++;                                                                                          \
        printf("%s: kind %d, n=%lld: %a, expected %a\n", #S, kind, (long long)n, got[kind], want[kind]);      \
      }                                                                                                      \
    free(x);                                                                                                 \
    free(y);                                                                                                 \
  }

CHECK(float, f32, CR_FMA_F32)
CHECK(double, f64, CR_FMA_F64)

/* A million times 0.1f: one running sum would be off by a tenth of a percent. */
static void check_accuracy(void) {
  enum { N = 1000000 };
  float *x = malloc(N * sizeof(float));
  for (int i = 0; i < N; i++) x[i] = 0.1f;
  double error = fabs(cr_sum_f32(x, N) / ((double)0.1f * N) - 1);
  if (!(error < 4e-6)) {
    failures++;
    printf("sum of a million: relative error %g\n", error);
  }
  free(x);
}

int main(int count, char **arguments) {
  int64_t cases = count > 1 ? atoll(arguments[1]) : 1000;
  for (int64_t n = 0; n < 300; n++) {
    check_f32(n);
    check_f64(n);
  }
  for (int64_t i = 0; i < cases; i++) {
    check_f32((int64_t)(next() % 10000));
    check_f64((int64_t)(next() % 10000));
  }
  check_accuracy();
  return failures > 0;
}
