/*
 * Matrix products with own micro-kernels. gemm_f32.h and gemm_f64.h instantiate this text, which has no include guard, with CR_T
 * (element type), CR_N(name) (the name with the type's suffix), CR_I (integer of its size), CR_V (lanes of a vector), CR_VFMA (a*b+c on vectors).
 *
 *   void    cr_gemm_f32(m, n, k, alpha, a, ars, acs, b, brs, bcs, beta, c, crs, workspace)
 *   void    cr_gemm_epilogue_f32(the same, epilogue, context)
 *   int64_t cr_gemm_workspace_f32(m, n, k)
 *
 * C[m x n] = alpha*A[m x k]*B[k x n] + beta*C. Strides are in elements, row stride first; C has column stride 1. With beta = 0 C is
 * only written, so it may hold anything. m, n, k may be 0. C overlaps neither A nor B.
 *
 * The register tile is H rows by W vectors of C: 12 x 2 where there are 32 registers, else 6 x 2, with two lower tiles for the
 * remaining rows and a one-vector tile for narrow remains. Loops around it, outermost first: blocks of columns, of
 * depth (CR_KC, whose panel of B stays in L1), of rows (whose block of A stays in L2), panels of columns, panels of rows.
 * A and B are packed only where reading them in place would be slow; packing never changes a result. Every sum over k is taken
 * in order within a block of CR_KC and blocks are added in order: the bits depend on the shape and the level only.
 */

typedef CR_T CR_N(cr_vec) __attribute__((vector_size(CR_V * sizeof(CR_T)), aligned(sizeof(CR_T)), may_alias));
typedef CR_T CR_N(cr_quad) __attribute__((vector_size(4 * sizeof(CR_T)), aligned(sizeof(CR_T)), may_alias));

#define CR_VEC CR_N(cr_vec)

/* One row of a tile: declare, one step of k, write back. */
#define CR_ROW_1(i) CR_VEC s##i = {0};
#define CR_ROW_2(i) CR_VEC s##i = {0}, t##i = {0};
#define CR_STEP_1(i) s##i = CR_VFMA(a[i * ars] - zero, b0, s##i);
#define CR_STEP_2(i)                   \
  {                                    \
    CR_VEC x = a[i * ars] - zero; \
    s##i = CR_VFMA(x, b0, s##i);       \
    t##i = CR_VFMA(x, b1, t##i);       \
  }
#define CR_SET_1(i) *(CR_VEC *)(c + i * crs) = alpha * s##i;
#define CR_SET_2(i) CR_SET_1(i) *(CR_VEC *)(c + i * crs + CR_V) = alpha * t##i;
#define CR_ADD_1(i) CR_N(cr_gemm_add)(c + i * crs, alpha * s##i, beta);
#define CR_ADD_2(i) CR_ADD_1(i) CR_N(cr_gemm_add)(c + i * crs + CR_V, alpha * t##i, beta);

#define CR_ROWS_1(X) X(0)
#define CR_ROWS_3(X) X(0) X(1) X(2)
#define CR_ROWS_4(X) CR_ROWS_3(X) X(3)
#define CR_ROWS_6(X) CR_ROWS_4(X) X(4) X(5)
#define CR_ROWS_12(X) CR_ROWS_6(X) X(6) X(7) X(8) X(9) X(10) X(11)

CR_INLINE void CR_N(cr_gemm_add)(CR_T *c, CR_VEC term, CR_T beta) {
  CR_VEC old = beta * *(CR_VEC *)c;
  *(CR_VEC *)c = term + old;
}

#define CR_TILE(H, W)                                                                                          \
  static __attribute__((noinline, unused)) void CR_N(cr_gemm_tile_##H##x##W)(                                  \
      int64_t k, const CR_T *a, int64_t ars, int64_t acs, const CR_T *b, int64_t brs, CR_T *c, int64_t crs,    \
      CR_T alpha, CR_T beta) {                                                                                 \
    const CR_VEC zero = {0};                                                                                   \
    CR_ROWS_##H(CR_ROW_##W) for (int64_t p = 0; p < k; p++, a += acs, b += brs) {                              \
      CR_VEC b0 = *(const CR_VEC *)b;                                                                          \
      CR_LOAD_##W CR_ROWS_##H(CR_STEP_##W)                                                                     \
    }                                                                                                          \
    if (beta == 0) {                                                                                           \
      CR_ROWS_##H(CR_SET_##W)                                                                                  \
    } else {                                                                                                   \
      CR_ROWS_##H(CR_ADD_##W)                                                                                  \
    }                                                                                                          \
  }
#define CR_LOAD_1
#define CR_LOAD_2 CR_VEC b1 = *(const CR_VEC *)(b + CR_V);

#if CR_GEMM_ROWS == 12
CR_TILE(12, 2)
CR_TILE(12, 1)
CR_TILE(4, 2)
CR_TILE(4, 1)
#else
CR_TILE(6, 2)
CR_TILE(6, 1)
CR_TILE(3, 2)
CR_TILE(3, 1)
#endif
CR_TILE(1, 2)
CR_TILE(1, 1)

/* The tallest tile that fits into rows. */
CR_INLINE int64_t CR_N(cr_gemm_height)(int64_t rows) {
  return rows >= CR_GEMM_ROWS ? CR_GEMM_ROWS : rows >= CR_GEMM_ROWS_LEFT ? CR_GEMM_ROWS_LEFT : 1;
}

CR_INLINE void CR_N(cr_gemm_copy)(CR_T *to, const CR_T *from, int64_t count) {
  int64_t j = 0;
  for (; j + CR_V <= count; j += CR_V) *(CR_VEC *)(to + j) = *(const CR_VEC *)(from + j);
  for (; j + 4 <= count; j += 4) *(CR_N(cr_quad) *)(to + j) = *(const CR_N(cr_quad) *)(from + j);
  for (; j < count; j++) {
    to[j] = from[j];
    CR_SCALAR_LOOP;
  }
}

#define CR_TILE_CASE(H)                                                                             \
  case H:                                                                                           \
    if (width > CR_V) CR_N(cr_gemm_tile_##H##x2)(k, a, ars, acs, b, brs, to, stride, alpha, beta);  \
    else CR_N(cr_gemm_tile_##H##x1)(k, a, ars, acs, b, brs, to, stride, alpha, beta);               \
    break;

/* height x width of C, a whole number of vectors. */
static __attribute__((noinline, unused)) void CR_N(cr_gemm_tile)(int64_t height, int64_t width, int64_t k, const CR_T *a, int64_t ars,
    int64_t acs, const CR_T *b, int64_t brs, CR_T *to, int64_t stride, CR_T alpha, CR_T beta) {
  switch (height) {
#if CR_GEMM_ROWS == 12
    CR_TILE_CASE(12)
    CR_TILE_CASE(4)
#else
    CR_TILE_CASE(6)
    CR_TILE_CASE(3)
#endif
    CR_TILE_CASE(1)
  }
}

/* height x width of C at the right edge, computed on a copy with all lanes. */
static __attribute__((noinline, unused)) void CR_N(cr_gemm_edge)(int64_t height, int64_t width, int64_t k, const CR_T *a,
    int64_t ars, int64_t acs, const CR_T *b, int64_t brs, CR_T *c, int64_t crs, CR_T alpha, CR_T beta) {
  CR_T tile[CR_GEMM_ROWS * 2 * CR_V] __attribute__((aligned(64)));
  memset(tile, 0, sizeof tile);
  if (beta != 0)
    for (int64_t i = 0; i < height; i++) CR_N(cr_gemm_copy)(tile + i * 2 * CR_V, c + i * crs, width);
  CR_N(cr_gemm_tile)(height, width, k, a, ars, acs, b, brs, tile, 2 * CR_V, alpha, beta);
  for (int64_t i = 0; i < height; i++) CR_N(cr_gemm_copy)(c + i * crs, tile + i * 2 * CR_V, width);
}

/* to[p*stride + i] = from[i*is + p*ps] for i < width, zero for width <= i < stride. */
static __attribute__((noinline, unused)) void CR_N(cr_gemm_pack)(int64_t stride, int64_t width, int64_t k,
    const CR_T *from, int64_t is, int64_t ps, CR_T *to) {
  typedef CR_N(cr_quad) quad;
  const CR_VEC zero = {0};
  if (width < stride)
    for (int64_t i = 0; i < stride * k; i += CR_V) *(CR_VEC *)(to + i) = zero;
  if (is == 1) {
    for (int64_t p = 0; p < k; p++) CR_N(cr_gemm_copy)(to + p * stride, from + p * ps, width);
    return;
  }
  int64_t i = 0;
  if (ps == 1)
    for (; i + 4 <= width; i += 4) {
      const CR_T *r = from + i * is;
      int64_t p = 0;
      for (; p + 4 <= k; p += 4) {
        quad a = *(const quad *)(r + p), b = *(const quad *)(r + is + p);
        quad c = *(const quad *)(r + 2 * is + p), d = *(const quad *)(r + 3 * is + p);
        quad ab = CR_SHUFFLE(CR_I, a, b, 0, 4, 1, 5), cd = CR_SHUFFLE(CR_I, c, d, 0, 4, 1, 5);
        quad AB = CR_SHUFFLE(CR_I, a, b, 2, 6, 3, 7), CD = CR_SHUFFLE(CR_I, c, d, 2, 6, 3, 7);
        CR_T *q = to + p * stride + i;
        *(quad *)q = CR_SHUFFLE(CR_I, ab, cd, 0, 1, 4, 5);
        *(quad *)(q + stride) = CR_SHUFFLE(CR_I, ab, cd, 2, 3, 6, 7);
        *(quad *)(q + 2 * stride) = CR_SHUFFLE(CR_I, AB, CD, 0, 1, 4, 5);
        *(quad *)(q + 3 * stride) = CR_SHUFFLE(CR_I, AB, CD, 2, 3, 6, 7);
      }
      for (; p < k; p++) {
        quad x = {r[p], r[is + p], r[2 * is + p], r[3 * is + p]};
        *(quad *)(to + p * stride + i) = x;
      }
    }
  for (; i < width; i++)
    for (int64_t p = 0; p < k; p++) {
      to[p * stride + i] = from[i * is + p * ps];
      CR_SCALAR_LOOP;
    }
}

CR_INLINE int CR_N(cr_gemm_packs_a)(int64_t n, int64_t k, int64_t ars) {
  (void)k;
  return n >= CR_PACK_A_N && ars != 1;
}

CR_INLINE int CR_N(cr_gemm_packs_b)(int64_t m, int64_t bcs) { return bcs != 1 || m >= CR_PACK_B_M; }

CR_INLINE int64_t CR_N(cr_gemm_min)(int64_t a, int64_t b) { return a < b ? a : b; }

/* Bytes of scratch that cr_gemm needs, for any strides; at most a few MiB whatever the shape. */
CR_INLINE int64_t CR_N(cr_gemm_workspace)(int64_t m, int64_t n, int64_t k) {
  const int64_t w = 2 * CR_V;
  int64_t depth = CR_N(cr_gemm_min)(k, CR_KC);
  int64_t rows = CR_N(cr_gemm_min)(m, CR_MC), columns = (CR_N(cr_gemm_min)(n, CR_NC) + w - 1) / w * w;
  int64_t elements = ((rows * depth + 15) / 16 * 16) + columns * depth;
  return (elements * (int64_t)sizeof(CR_T) + 63) / 64 * 64;
}

typedef void (*CR_N(cr_gemm_epilogue_fn))(void *context, CR_T *tile, int64_t row_stride, int64_t i0, int64_t i1, int64_t j0,
    int64_t j1);

/* Row panels first..last of CR_GEMM_ROWS rows each: the unit in which threads may share one product. */
CR_INLINE void CR_N(cr_gemm_panels)(int64_t first, int64_t last, int64_t m, int64_t n, int64_t k, CR_T alpha, const CR_T *a,
    int64_t ars, int64_t acs, const CR_T *b, int64_t brs, int64_t bcs, CR_T beta, CR_T *c, int64_t crs, void *workspace,
    CR_N(cr_gemm_epilogue_fn) epilogue, void *context) {
  const int64_t w = 2 * CR_V;
  const int pack_a = CR_N(cr_gemm_packs_a)(n, k, ars), pack_b = CR_N(cr_gemm_packs_b)(m, bcs);
  const int64_t row_end = CR_N(cr_gemm_min)(m, last * CR_GEMM_ROWS);
  CR_T *packed_b = (CR_T *)workspace;
  for (int64_t jc = 0; jc < n; jc += CR_NC) {
    const int64_t nc = CR_N(cr_gemm_min)(CR_NC, n - jc);
    int64_t pc = 0;
    do {
      const int64_t kc = CR_N(cr_gemm_min)(CR_KC, k - pc);
      const CR_T scale = pc == 0 ? beta : 1;
      const int done = pc + kc == k;
      const int64_t direct = pack_b ? 0 : nc / w * w; /* columns of this block that are read in place */
      CR_T *packed_a = packed_b + (nc - direct + w - 1) / w * w * kc;
      for (int64_t j = direct; j < nc; j += w)
        CR_N(cr_gemm_pack)(nc - j <= CR_V ? CR_V : w, CR_N(cr_gemm_min)(w, nc - j), kc, b + pc * brs + (jc + j) * bcs, bcs, brs,
            packed_b + (j - direct) * kc);
      for (int64_t ic = first * CR_GEMM_ROWS; ic < row_end; ic += CR_MC) {
        const int64_t mc = CR_N(cr_gemm_min)(CR_MC, row_end - ic);
        const CR_T *block = a + ic * ars + pc * acs; /* a row of tiles at i*row, its strides rs and cs + height*pack_a */
        int64_t row = ars, rs = ars, cs = acs;
        if (pack_a) {
          for (int64_t i = 0, height; i < mc; i += height) {
            height = CR_N(cr_gemm_height)(mc - i);
            CR_N(cr_gemm_pack)(height, height, kc, block + i * ars, ars, acs, packed_a + i * kc);
          }
          block = packed_a;
          row = kc;
          rs = 1;
          cs = 0;
        }
        for (int64_t j = 0; j < nc; j += w) {
          const int64_t width = CR_N(cr_gemm_min)(w, nc - j);
          const CR_T *panel = j < direct ? b + pc * brs + jc + j : packed_b + (j - direct) * kc;
          const int64_t step = j < direct ? brs : width <= CR_V ? CR_V : w;
          for (int64_t i = 0, height; i < mc; i += height) {
            height = CR_N(cr_gemm_height)(mc - i);
            CR_T *tile = c + (ic + i) * crs + jc + j;
            if (width == CR_V || width == w)
              CR_N(cr_gemm_tile)(height, width, kc, block + i * row, rs, cs + height * pack_a, panel, step, tile, crs, alpha, scale);
            else
              CR_N(cr_gemm_edge)(height, width, kc, block + i * row, rs, cs + height * pack_a, panel, step, tile, crs, alpha, scale);
            if (done && epilogue)
              epilogue(context, tile, crs, ic + i, ic + i + height, jc + j, jc + j + width);
          }
        }
      }
      pc += kc;
    } while (pc < k);
  }
}

/* As cr_gemm; epilogue(context, tile, row_stride, i0, i1, j0, j1) then runs on each finished tile C[i0..i1, j0..j1]. */
CR_INLINE void CR_N(cr_gemm_epilogue)(int64_t m, int64_t n, int64_t k, CR_T alpha, const CR_T *a, int64_t ars, int64_t acs,
    const CR_T *b, int64_t brs, int64_t bcs, CR_T beta, CR_T *c, int64_t crs, void *workspace,
    CR_N(cr_gemm_epilogue_fn) epilogue, void *context) {
  int64_t panels = m / CR_GEMM_ROWS + (m % CR_GEMM_ROWS != 0);
  CR_N(cr_gemm_panels)(0, panels, m, n, k, alpha, a, ars, acs, b, brs, bcs, beta, c, crs, workspace, epilogue, context);
}

/* C = alpha*A*B + beta*C. */
static __attribute__((noinline, unused)) void CR_N(cr_gemm)(int64_t m, int64_t n, int64_t k, CR_T alpha, const CR_T *a,
    int64_t ars, int64_t acs, const CR_T *b, int64_t brs, int64_t bcs, CR_T beta, CR_T *c, int64_t crs, void *workspace) {
  CR_N(cr_gemm_epilogue)(m, n, k, alpha, a, ars, acs, b, brs, bcs, beta, c, crs, workspace, 0, 0);
}

#undef CR_VEC
#undef CR_ROW_1
#undef CR_ROW_2
#undef CR_STEP_1
#undef CR_STEP_2
#undef CR_SET_1
#undef CR_SET_2
#undef CR_ADD_1
#undef CR_ADD_2
#undef CR_ROWS_1
#undef CR_ROWS_3
#undef CR_ROWS_4
#undef CR_ROWS_6
#undef CR_ROWS_12
#undef CR_TILE
#undef CR_LOAD_1
#undef CR_LOAD_2
#undef CR_TILE_CASE
