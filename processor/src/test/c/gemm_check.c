/*
 * Compares the matrix products with three plain loops over small integers, where every order of summation gives the same
 * value: all layouts, sizes around the tile and block limits, scalings, what beta = 0 may not read, what may not be
 * written, and that an epilogue sees each element of C once, finished. The argument is the number of random cases.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "gemm_f32.h"
#include "gemm_f64.h"
#include "gemm_i32.h"
#include "gemm_i64.h"

static uint64_t state = 88172645463325252u;

static int64_t below(int64_t n) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (int64_t)(state >> 11) % n;
}

static int64_t size(void) {
  static const int64_t interesting[] = {0, 1, 2, 3, 5, 6, 7, 8, 11, 12, 13, 15, 16, 17, 23, 31, 32, 33, 47, 64, 65};
  return below(12) == 0 ? 250 + below(320) : interesting[below(sizeof interesting / sizeof interesting[0])];
}

/* Now and then one size beyond every block, with the others small. */
static void enlarge(int64_t *m, int64_t *n, int64_t *k) {
  int64_t *sizes[] = {m, n, k};
  if (below(10) != 0) return;
  int64_t which = below(3);
  for (int64_t i = 0; i < 3; i++) *sizes[i] = i == which ? 1000 + below(1200) : *sizes[i] % 40;
}

static int failures = 0;

static void fail(const char *type, const char *what, int64_t m, int64_t n, int64_t k) {
  failures++;
  printf("%s: %s at m=%lld n=%lld k=%lld\n", type, what, (long long)m, (long long)n, (long long)k);
}

/* Rows and columns of a matrix in memory: either unit stride, a gap, or neither unit. */
static void layout(int64_t rows, int64_t columns, int64_t *rs, int64_t *cs, int64_t *length) {
  int64_t gap = below(3);
  switch (below(3)) {
    case 0: *cs = 1; *rs = columns + gap; break;
    case 1: *rs = 1; *cs = rows + gap; break;
    default: *cs = 2; *rs = 2 * columns + gap; break;
  }
  *length = rows == 0 || columns == 0 ? 0 : (rows - 1) * *rs + (columns - 1) * *cs + 1;
}

/* Exactly as long as needed, so that a sanitizer sees a read past the end. */
static void *exact(int64_t bytes) { return malloc(bytes > 0 ? (size_t)bytes : 1); }

#define CHECK(T, S, UNSET)                                                                                          \
  typedef struct { int64_t m, n; const T *c; int64_t crs; unsigned char *seen; const T *want; int wrong; } Seen_##S;\
  CR_UNUSED static void look_##S(void *context, T *tile, int64_t stride, int64_t i0, int64_t i1, int64_t j0, int64_t j1) { \
    Seen_##S *s = context;                                                                                          \
    s->wrong |= tile != s->c + i0 * s->crs + j0 || stride != s->crs || i1 > s->m || j1 > s->n;                      \
    for (int64_t i = i0; i < i1; i++)                                                                               \
      for (int64_t j = j0; j < j1; j++) {                                                                           \
        s->seen[i * s->n + j]++;                                                                                    \
        s->wrong |= tile[(i - i0) * stride + j - j0] != s->want[i * s->n + j];                                      \
      }                                                                                                             \
  }                                                                                                                 \
  static void check_##S(int epilogue) {                                                                             \
    static const T scales[] = {1, 0, (T)-1, 2};                                                                     \
    int64_t m = size(), n = size(), k = size(), ars, acs, brs, bcs, al, bl;                                         \
    enlarge(&m, &n, &k);                                                                                            \
    layout(m, k, &ars, &acs, &al);                                                                                  \
    layout(k, n, &brs, &bcs, &bl);                                                                                  \
    int64_t crs = n + below(3), cl = m == 0 ? 0 : (m - 1) * crs + n;                                                \
    T alpha = scales[below(4)], beta = scales[below(4)];                                                            \
    T *a = exact(al * (int64_t)sizeof(T)), *b = exact(bl * (int64_t)sizeof(T)), *c = exact(cl * (int64_t)sizeof(T)); \
    T *want = exact(m * n * (int64_t)sizeof(T));                                                                    \
    unsigned char *seen = calloc((size_t)(m * n + 1), 1);                                                           \
    int64_t bytes = cr_gemm_workspace_##S(m, n, k);                                                                 \
    void *workspace = aligned_alloc(64, (size_t)bytes + (bytes == 0 ? 64 : 0));                                     \
    for (int64_t i = 0; i < al; i++) a[i] = (T)(below(7) - 3);                                                      \
    for (int64_t i = 0; i < bl; i++) b[i] = (T)(below(7) - 3);                                                      \
    for (int64_t i = 0; i < cl; i++) c[i] = (T)(i % 11 - 5);                                                        \
    for (int64_t i = 0; i < m; i++)                                                                                 \
      for (int64_t j = 0; j < n; j++) {                                                                             \
        T sum = 0;                                                                                                  \
        for (int64_t p = 0; p < k; p++) sum += a[i * ars + p * acs] * b[p * brs + j * bcs];                         \
        want[i * n + j] = alpha * sum + beta * c[i * crs + j];                                                      \
        if (beta == 0) c[i * crs + j] = UNSET;                                                                      \
      }                                                                                                             \
    Seen_##S context = {m, n, c, crs, seen, want, 0};                                                               \
    CALL_##S                                                                                                        \
    int wrong = 0, outside = 0, visits = 0;                                                                         \
    for (int64_t i = 0; i < m; i++)                                                                                 \
      for (int64_t j = 0; j < crs && i * crs + j < cl; j++) {                                                       \
        if (j < n) wrong |= c[i * crs + j] != want[i * n + j];                                                      \
        else outside |= c[i * crs + j] != (T)((i * crs + j) % 11 - 5);                                              \
        if (j < n && epilogue) visits |= seen[i * n + j] != 1;                                                      \
      }                                                                                                             \
    if (wrong) fail(#S, "wrong product", m, n, k);                                                                  \
    if (outside) fail(#S, "wrote between rows", m, n, k);                                                           \
    if (visits || context.wrong) fail(#S, "wrong epilogue", m, n, k);                                               \
    free(a); free(b); free(c); free(want); free(seen); free(workspace);                                             \
  }
#define CALL_FLOATING(S)                                                                                             \
  if (epilogue)                                                                                                      \
    cr_gemm_epilogue_##S(m, n, k, alpha, a, ars, acs, b, brs, bcs, beta, c, crs, workspace, look_##S, &context);     \
  else                                                                                                               \
    cr_gemm_##S(m, n, k, alpha, a, ars, acs, b, brs, bcs, beta, c, crs, workspace);
#define CALL_f32 CALL_FLOATING(f32)
#define CALL_f64 CALL_FLOATING(f64)
#define CALL_i32 cr_gemm_i32(m, n, k, alpha, a, ars, acs, b, brs, bcs, beta, c, crs, workspace);
#define CALL_i64 cr_gemm_i64(m, n, k, alpha, a, ars, acs, b, brs, bcs, beta, c, crs, workspace);

CHECK(float, f32, NAN)
CHECK(double, f64, NAN)
CHECK(int32_t, i32, 77)
CHECK(int64_t, i64, 77)

/* Results on numbers whose sums round: compilers agree if their hashes do, and packing may not matter. */
#define HASH(T, S)                                                                                                  \
  static void hash_##S(void) {                                                                                      \
    enum { M = 45, N = 77, K = 1200 };                                                                              \
    static T a[M * K], b[K * N], at[M * K], bt[K * N], c[M * N], d[M * N];                                          \
    void *workspace = aligned_alloc(64, (size_t)cr_gemm_workspace_##S(M, N, K));                                    \
    for (int i = 0; i < M * K; i++) at[i % K * M + i / K] = a[i] = (T)below(1 << 20) / (1 << 20) - (T)0.5;          \
    for (int i = 0; i < K * N; i++) bt[i % N * K + i / N] = b[i] = (T)below(1 << 20) / (1 << 20) - (T)0.5;          \
    cr_gemm_##S(M, N, K, (T)0.7, a, K, 1, b, N, 1, 0, c, N, workspace);                                             \
    cr_gemm_##S(M, N, K, (T)0.7, at, 1, M, bt, 1, K, 0, d, N, workspace);                                           \
    cr_gemm_panels_##S(0, 2, M, N, K, (T)0.3, a, K, 1, b, N, 1, (T)0.1, c, N, workspace, 0, 0);                     \
    cr_gemm_panels_##S(2, (M + CR_GEMM_ROWS - 1) / CR_GEMM_ROWS, M, N, K, (T)0.3, a, K, 1, b, N, 1, (T)0.1, c, N, workspace, 0, 0); \
    cr_gemm_##S(M, N, K, (T)0.3, at, 1, M, bt, 1, K, (T)0.1, d, N, workspace);                                      \
    if (memcmp(c, d, sizeof c) != 0) fail(#S, "bits depend on layout or partition", M, N, K);                       \
    uint64_t hash = 0;                                                                                              \
    for (int i = 0; i < M * N; i++) hash = (hash ^ cr_bits_##S(c[i])) * 0x100000001b3u;                             \
    printf(#S " hash %016llx\n", (unsigned long long)hash);                                                         \
    free(workspace);                                                                                                \
  }
HASH(float, f32)
HASH(double, f64)

int main(int argc, char **argv) {
  int64_t cases = argc > 1 ? atoll(argv[1]) : 300;
  for (int64_t i = 0; i < cases; i++) {
    check_f32((int)(i % 2));
    check_f64((int)(i % 2));
    check_i32(0);
    check_i64(0);
  }
  hash_f32();
  hash_f64();
  printf(failures ? "FAILED %d\n" : "passed\n", failures);
  return failures != 0;
}
