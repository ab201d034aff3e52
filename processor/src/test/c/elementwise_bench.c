/*
 * Speed of one elementwise kernel in L1, ns per element. Not a test. For example
 *   gcc -O3 ... -DHEADER='"exp.h"' -DTYPE=float -DFN=cr_exp_f32 -DLO=-10 -DHI=10 elementwise_bench.c && ./a.out
 * With -DARGUMENTS=2 the kernel takes two arguments.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include HEADER

enum { SIZE = 2048, ROUNDS = 2000, REPEATS = 15 };

static TYPE in[SIZE] __attribute__((aligned(64))), out[SIZE] __attribute__((aligned(64)));

__attribute__((noinline)) static void loop(const TYPE *restrict a, TYPE *restrict b, int n) {
#if defined(ARGUMENTS) && ARGUMENTS == 2
#pragma omp simd
  for (int i = 0; i < n; i++) b[i] = FN(a[i], a[n - 1 - i]);
#else
#pragma omp simd
  for (int i = 0; i < n; i++) b[i] = FN(a[i]);
#endif
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(void) {
  for (int i = 0; i < SIZE; i++) in[i] = (TYPE)(LO + (HI - LO) * (double)rand() / RAND_MAX);
  double best = 1e9;
  for (int repeat = 0; repeat < REPEATS; repeat++) {
    double start = seconds();
    for (int round = 0; round < ROUNDS; round++) {
      loop(in, out, SIZE);
      __asm__ volatile("" : : "r"(out) : "memory");
    }
    double t = (seconds() - start) / ((double)ROUNDS * SIZE) * 1e9;
    best = t < best ? t : best;
  }
  printf("%.3f ", best);
  return 0;
}
