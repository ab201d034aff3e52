/* Matrix products of int32_t, wrapping; the arguments are those of gemm_template.h, workspace is not used. */
#ifndef CR_GEMM_I32_H
#define CR_GEMM_I32_H

#include "base.h"

CR_INLINE int64_t cr_gemm_workspace_i32(int64_t m, int64_t n, int64_t k) {
  (void)m;
  (void)n;
  (void)k;
  return 0;
}

/* Row by row as sums of rows of B, so that the inner loop runs along B and C. */
static __attribute__((unused, noinline)) void cr_gemm_i32(int64_t m, int64_t n, int64_t k, int32_t alpha,
    const int32_t *a, int64_t ars, int64_t acs, const int32_t *b, int64_t brs, int64_t bcs, int32_t beta, int32_t *c,
    int64_t crs, void *workspace) {
  (void)workspace;
  for (int64_t i = 0; i < m; i++) {
    uint32_t *to = (uint32_t *)c + i * crs;
    for (int64_t j = 0; j < n; j++) to[j] = beta == 0 ? 0 : (uint32_t)beta * to[j];
    for (int64_t p = 0; p < k; p++) {
      const uint32_t x = (uint32_t)alpha * (uint32_t)a[i * ars + p * acs];
      const uint32_t *row = (const uint32_t *)b + p * brs;
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
