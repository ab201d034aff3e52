/* Matrix products of int64_t, wrapping; the arguments are those of gemm_template.h, workspace is not used. */
#ifndef CR_GEMM_I64_H
#define CR_GEMM_I64_H

#include "base.h"

CR_INLINE int64_t cr_gemm_workspace_i64(int64_t m, int64_t n, int64_t k) {
  (void)m;
  (void)n;
  (void)k;
  return 0;
}

/* Row by row as sums of rows of B, so that the inner loop runs along B and C. */
static __attribute__((unused, noinline)) void cr_gemm_i64(int64_t m, int64_t n, int64_t k, int64_t alpha,
    const int64_t *a, int64_t ars, int64_t acs, const int64_t *b, int64_t brs, int64_t bcs, int64_t beta, int64_t *c,
    int64_t crs, void *workspace) {
  (void)workspace;
  for (int64_t i = 0; i < m; i++) {
    uint64_t *to = (uint64_t *)c + i * crs;
    for (int64_t j = 0; j < n; j++) to[j] = beta == 0 ? 0 : (uint64_t)beta * to[j];
    for (int64_t p = 0; p < k; p++) {
      const uint64_t x = (uint64_t)alpha * (uint64_t)a[i * ars + p * acs];
      const uint64_t *row = (const uint64_t *)b + p * brs;
      if (bcs == 1) {
#pragma omp simd
        for (int64_t j = 0; j < n; j++) to[j] += x * row[j];
      } else {
        for (int64_t j = 0; j < n; j++) to[j] += x * row[j * bcs];
      }
    }
  }
}

#endif
