/*
 * Sums and products of adjacent elements in a fixed order: the same bits from gcc and clang at one level, for any alignment.
 *
 *   double cr_sum_f32(x, n)  cr_dot_f32(x, y, n)  cr_product_f32(x, n)     and the same for f64
 *
 * Four vectors of partial results take the elements in turn, vector by vector; whole vectors that remain go to the first.
 * ((p0 + p1) + (p2 + p3)) is halved until one number is left; single elements that remain follow one after the other. That is
 * done for every CR_REDUCE_BLOCK elements, and the results of the blocks are combined in f64, in order. So an f32 sum of any
 * length loses no more than one of some dozens of terms. Products are fused into the sum where the level has FMA.
 */
#ifndef CR_REDUCE_H
#define CR_REDUCE_H

#include "vector.h"

#define CR_REDUCE_BLOCK 4096

#define CR_T float
#define CR_N(name) name##_f32
#define CR_VFMA CR_VECTOR_FMA_F32
#define CR_FMA CR_FMA_F32
#include "reduce_template.h"
#undef CR_T
#undef CR_N
#undef CR_VFMA
#undef CR_FMA

#define CR_T double
#define CR_N(name) name##_f64
#define CR_VFMA CR_VECTOR_FMA_F64
#define CR_FMA CR_FMA_F64
#include "reduce_template.h"
#undef CR_T
#undef CR_N
#undef CR_VFMA
#undef CR_FMA

#endif
