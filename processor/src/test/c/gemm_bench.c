/*
 * Speed of the matrix products in GFLOP/s over the shapes that matter to training steps. Not a test. For example
 *   gcc -O3 ... -march=x86-64-v4 gemm_bench.c && ./a.out
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "gemm_f32.h"
#include "gemm_f64.h"

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

#define BENCH(T, S)                                                                                           \
  static void bench_##S(int64_t m, int64_t n, int64_t k, int ta, int tb) {                                    \
    T *a = aligned_alloc(64, (size_t)(m * k + 16) * sizeof(T) / 64 * 64 + 64);                                \
    T *b = aligned_alloc(64, (size_t)(n * k + 16) * sizeof(T) / 64 * 64 + 64);                                \
    T *c = aligned_alloc(64, (size_t)(m * n + 16) * sizeof(T) / 64 * 64 + 64);                                \
    void *w = aligned_alloc(64, (size_t)cr_gemm_workspace_##S(m, n, k) + 64);                                 \
    for (int64_t i = 0; i < m * k; i++) a[i] = (T)rand() / (T)RAND_MAX;                                       \
    for (int64_t i = 0; i < n * k; i++) b[i] = (T)rand() / (T)RAND_MAX;                                       \
    int64_t rounds = (int64_t)(2e8 / (double)(m * n * k)) + 1;                                                \
    double best = 1e9;                                                                                        \
    for (int r = 0; r < 7; r++) {                                                                             \
      double start = seconds();                                                                               \
      for (int64_t i = 0; i < rounds; i++) {                                                                  \
        cr_gemm_##S(m, n, k, 1, a, ta ? 1 : k, ta ? m : 1, b, tb ? 1 : n, tb ? k : 1, 0, c, n, w);            \
        __asm__ volatile("" : : "r"(c) : "memory");                                                           \
      }                                                                                                       \
      double t = (seconds() - start) / (double)rounds;                                                        \
      best = t < best ? t : best;                                                                             \
    }                                                                                                         \
    printf(#S " %4lldx%4lldx%4lld%s%s %7.1f\n", (long long)m, (long long)k, (long long)n, ta ? " At" : "", tb ? " Bt" : "", \
           2e-9 * (double)m * (double)n * (double)k / best);                                                  \
    free(a); free(b); free(c); free(w);                                                                       \
  }
BENCH(float, f32)
BENCH(double, f64)

int main(void) {
  static const int shape[][5] = {/* m, k, n, A transposed, B transposed */
      {60, 784, 500, 0, 0}, {784, 60, 500, 1, 0}, {60, 500, 784, 0, 1}, {60, 500, 10, 0, 0}, {500, 60, 10, 1, 0},
      {60, 10, 500, 0, 1}, {20, 20, 20, 0, 0}, {64, 64, 64, 0, 0}, {256, 256, 256, 0, 0}, {1024, 1024, 1024, 0, 0}, {1024, 1024, 1024, 1, 1}};
  for (unsigned i = 0; i < sizeof shape / sizeof shape[0]; i++)
    bench_f32(shape[i][0], shape[i][2], shape[i][1], shape[i][3], shape[i][4]);
  for (unsigned i = 0; i < sizeof shape / sizeof shape[0]; i++)
    bench_f64(shape[i][0], shape[i][2], shape[i][1], shape[i][3], shape[i][4]);
  return 0;
}
