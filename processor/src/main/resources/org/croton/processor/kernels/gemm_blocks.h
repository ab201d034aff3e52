/* Block sizes of the matrix products: for 32 KiB of L1 and 512 KiB or more of L2 per core. */
#ifndef CR_GEMM_BLOCKS_H
#define CR_GEMM_BLOCKS_H

#ifdef __AVX512F__
#define CR_GEMM_ROWS 12 /* of a register tile */
#else
#define CR_GEMM_ROWS 6
#endif
#ifndef CR_KC
#define CR_KC 256 /* depth of a block */
#endif
#ifndef CR_MC
#define CR_MC 192 /* rows of a block, a multiple of both tile heights */
#endif
#define CR_NC 2048 /* columns of a block */
#ifndef CR_PACK_A_N
#define CR_PACK_A_N 512 /* columns from which packing A pays */
#endif
#ifndef CR_PACK_B_M
#define CR_PACK_B_M 256 /* rows from which packing B pays */
#endif

#endif
