/* Sums and products of CR_T; reduce.h says what they promise and defines the names. */

typedef CR_T CR_N(cr_part) __attribute__((vector_size(CR_VECTOR_BYTES), aligned(sizeof(CR_T)), may_alias));

typedef CR_T CR_N(cr_part256) __attribute__((vector_size(32), aligned(sizeof(CR_T)), may_alias));
typedef CR_T CR_N(cr_part128) __attribute__((vector_size(16), aligned(sizeof(CR_T)), may_alias));

CR_INLINE CR_T CR_N(cr_sum_lanes)(CR_N(cr_part) part) {
  CR_T lane[CR_VECTOR_BYTES / sizeof(CR_T)];
  memcpy(lane, &part, sizeof lane);
#if CR_VECTOR_BYTES == 64
  CR_N(cr_part256) *half = (CR_N(cr_part256) *)lane;
  half[0] = half[0] + half[1];
#endif
#if CR_VECTOR_BYTES >= 32
  CR_N(cr_part128) *quarter = (CR_N(cr_part128) *)lane;
  quarter[0] = quarter[0] + quarter[1];
#endif
  return sizeof(CR_T) == 8 ? lane[0] + lane[1] : (lane[0] + lane[2]) + (lane[1] + lane[16 / sizeof(CR_T) - 1]);
}

CR_INLINE CR_T CR_N(cr_product_lanes)(CR_N(cr_part) part) {
  CR_T lane[CR_VECTOR_BYTES / sizeof(CR_T)];
  memcpy(lane, &part, sizeof lane);
#if CR_VECTOR_BYTES == 64
  CR_N(cr_part256) *half = (CR_N(cr_part256) *)lane;
  half[0] = half[0] * half[1];
#endif
#if CR_VECTOR_BYTES >= 32
  CR_N(cr_part128) *quarter = (CR_N(cr_part128) *)lane;
  quarter[0] = quarter[0] * quarter[1];
#endif
  return sizeof(CR_T) == 8 ? lane[0] * lane[1] : (lane[0] * lane[2]) * (lane[1] * lane[16 / sizeof(CR_T) - 1]);
}

static __attribute__((noinline, unused)) CR_T CR_N(cr_sum_block)(const CR_T *x, int64_t n) {
  const int64_t lanes = CR_VECTOR_BYTES / (int64_t)sizeof(CR_T);
  CR_N(cr_part) p0 = {0}, p1 = p0, p2 = p0, p3 = p0;
  int64_t i = 0;
  for (; i + 4 * lanes <= n; i += 4 * lanes) {
    p0 = p0 + *(const CR_N(cr_part) *)(x + i);
    p1 = p1 + *(const CR_N(cr_part) *)(x + i + lanes);
    p2 = p2 + *(const CR_N(cr_part) *)(x + i + 2 * lanes);
    p3 = p3 + *(const CR_N(cr_part) *)(x + i + 3 * lanes);
  }
  for (; i + lanes <= n; i += lanes) p0 = p0 + *(const CR_N(cr_part) *)(x + i);
  CR_T total = CR_N(cr_sum_lanes)((p0 + p1) + (p2 + p3));
  for (; i < n; i++) total = total + x[i];
  return total;
}

CR_INLINE double CR_N(cr_sum)(const CR_T *x, int64_t n) {
  if (n < CR_VECTOR_BYTES / (int64_t)sizeof(CR_T)) { /* what a block does, without a call */
    CR_T few = 0;
    for (int64_t i = 0; i < n; i++) few = few + x[i];
    return (double)few;
  }
  double total = 0;
  for (int64_t i = 0; i < n; i += CR_REDUCE_BLOCK)
    total += (double)CR_N(cr_sum_block)(x + i, n - i < CR_REDUCE_BLOCK ? n - i : CR_REDUCE_BLOCK);
  return total;
}

static __attribute__((noinline, unused)) CR_T CR_N(cr_dot_block)(const CR_T *x, const CR_T *y, int64_t n) {
  const int64_t lanes = CR_VECTOR_BYTES / (int64_t)sizeof(CR_T);
  CR_N(cr_part) p0 = {0}, p1 = p0, p2 = p0, p3 = p0;
  int64_t i = 0;
  for (; i + 4 * lanes <= n; i += 4 * lanes) {
    p0 = CR_VFMA(*(const CR_N(cr_part) *)(x + i), *(const CR_N(cr_part) *)(y + i), p0);
    p1 = CR_VFMA(*(const CR_N(cr_part) *)(x + i + lanes), *(const CR_N(cr_part) *)(y + i + lanes), p1);
    p2 = CR_VFMA(*(const CR_N(cr_part) *)(x + i + 2 * lanes), *(const CR_N(cr_part) *)(y + i + 2 * lanes), p2);
    p3 = CR_VFMA(*(const CR_N(cr_part) *)(x + i + 3 * lanes), *(const CR_N(cr_part) *)(y + i + 3 * lanes), p3);
  }
  for (; i + lanes <= n; i += lanes) p0 = CR_VFMA(*(const CR_N(cr_part) *)(x + i), *(const CR_N(cr_part) *)(y + i), p0);
  CR_T total = CR_N(cr_sum_lanes)((p0 + p1) + (p2 + p3));
  for (; i < n; i++) total = CR_FMA(x[i], y[i], total);
  return total;
}

CR_INLINE double CR_N(cr_dot)(const CR_T *x, const CR_T *y, int64_t n) {
  if (n < CR_VECTOR_BYTES / (int64_t)sizeof(CR_T)) {
    CR_T few = 0;
    for (int64_t i = 0; i < n; i++) few = CR_FMA(x[i], y[i], few);
    return (double)few;
  }
  double total = 0;
  for (int64_t i = 0; i < n; i += CR_REDUCE_BLOCK)
    total += (double)CR_N(cr_dot_block)(x + i, y + i, n - i < CR_REDUCE_BLOCK ? n - i : CR_REDUCE_BLOCK);
  return total;
}

static __attribute__((noinline, unused)) CR_T CR_N(cr_product_block)(const CR_T *x, int64_t n) {
  const int64_t lanes = CR_VECTOR_BYTES / (int64_t)sizeof(CR_T);
  const CR_N(cr_part) zero = {0};
  CR_N(cr_part) p0 = zero + 1, p1 = p0, p2 = p0, p3 = p0;
  int64_t i = 0;
  for (; i + 4 * lanes <= n; i += 4 * lanes) {
    p0 = p0 * *(const CR_N(cr_part) *)(x + i);
    p1 = p1 * *(const CR_N(cr_part) *)(x + i + lanes);
    p2 = p2 * *(const CR_N(cr_part) *)(x + i + 2 * lanes);
    p3 = p3 * *(const CR_N(cr_part) *)(x + i + 3 * lanes);
  }
  for (; i + lanes <= n; i += lanes) p0 = p0 * *(const CR_N(cr_part) *)(x + i);
  CR_T total = CR_N(cr_product_lanes)((p0 * p1) * (p2 * p3));
  for (; i < n; i++) total = total * x[i];
  return total;
}

CR_INLINE double CR_N(cr_product)(const CR_T *x, int64_t n) {
  double total = 1;
  for (int64_t i = 0; i < n; i += CR_REDUCE_BLOCK)
    total *= (double)CR_N(cr_product_block)(x + i, n - i < CR_REDUCE_BLOCK ? n - i : CR_REDUCE_BLOCK);
  return total;
}
