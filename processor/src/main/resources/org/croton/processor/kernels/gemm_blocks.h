/* Sizes of tiles and blocks of the matrix products, tuned on machines with 32 KiB of L1 and 1 MiB of L2 per core. */
#ifndef CR_GEMM_BLOCKS_H
#define CR_GEMM_BLOCKS_H

#ifdef __AVX512F__
#define CR_GEMM_ROWS 12     /* of a register tile: 24 sums, two vectors of B, one element of A */
#define CR_GEMM_ROWS_LEFT 4 /* of the tiles for what is left */
#else
#define CR_GEMM_ROWS 6
#define CR_GEMM_ROWS_LEFT 3
#endif

#define CR_MC 96                                /* rows of a block, a multiple of CR_GEMM_ROWS */
#define CR_NC 1024                              /* columns of a block */
#define CR_KC (4096 / (int64_t)sizeof(CR_T))    /* depth of a block */
#define CR_PACK_A_N 512                         /* columns of C from which packing A pays */
#define CR_PACK_B_M 256                         /* rows of C from which packing B pays */

/* In a loop that would not gain from vectors: they only cost the compiler time. */
#define CR_SCALAR_LOOP __asm__ volatile("")

#endif
