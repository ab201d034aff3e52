/* Matrix products in f32; what they promise is written in gemm_template.h. */
#ifndef CR_GEMM_F32_H
#define CR_GEMM_F32_H

#include "gemm_blocks.h"
#include "vector.h"

#define CR_T float
#define CR_I int32_t
#define CR_N(name) name##_f32
#define CR_V (CR_VECTOR_BYTES / (int)sizeof(float))
#define CR_VFMA CR_VECTOR_FMA_F32
#include "gemm_template.h"
#undef CR_T
#undef CR_I
#undef CR_N
#undef CR_V
#undef CR_VFMA

#endif
