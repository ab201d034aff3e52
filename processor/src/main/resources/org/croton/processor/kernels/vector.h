/* The widest vectors of the level, by the compilers' vector extensions: their sizes and a*b+c on them; shuffles. */
#ifndef CR_VECTOR_H
#define CR_VECTOR_H

#include "base.h"

/* The builtins are named so to spare the compiler the large intrinsics header. */
#if defined(__AVX512F__)
#define CR_VECTOR_BYTES 64
#define CR_VECTOR_FMA_F32(a, b, c) __builtin_ia32_vfmaddps512_mask(a, b, c, (unsigned short)-1, 4)
#define CR_VECTOR_FMA_F64(a, b, c) __builtin_ia32_vfmaddpd512_mask(a, b, c, (unsigned char)-1, 4)
#elif defined(__AVX2__) && defined(__FMA__)
#define CR_VECTOR_BYTES 32
#define CR_VECTOR_FMA_F32(a, b, c) __builtin_ia32_vfmaddps256(a, b, c)
#define CR_VECTOR_FMA_F64(a, b, c) __builtin_ia32_vfmaddpd256(a, b, c)
#else
#define CR_VECTOR_BYTES 16
#define CR_VECTOR_FMA_F32(a, b, c) ((a) * (b) + (c))
#define CR_VECTOR_FMA_F64(a, b, c) ((a) * (b) + (c))
#endif

/* Lanes i j k l of the eight that two vectors of four hold; integer is the mask type of older gcc. */
#if defined(__clang__) || __GNUC__ >= 12
#define CR_SHUFFLE(integer, a, b, i, j, k, l) __builtin_shufflevector(a, b, i, j, k, l)
#else
#define CR_SHUFFLE(integer, a, b, i, j, k, l) \
  __builtin_shuffle(a, b, (integer __attribute__((vector_size(4 * sizeof(integer))))){i, j, k, l})
#endif

#endif
