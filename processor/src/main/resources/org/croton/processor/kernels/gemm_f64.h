/* Matrix products in f64; what they promise is written in gemm_template.h. */
#ifndef CR_GEMM_F64_H
#define CR_GEMM_F64_H

#include "gemm_blocks.h"
#include "vector.h"

#define CR_T double
#define CR_I int64_t
#define CR_N(name) name##_f64
#define CR_V (CR_VECTOR_BYTES / (int)sizeof(double))
#define CR_VFMA CR_VECTOR_FMA_F64
#include "gemm_template.h"
#undef CR_T
#undef CR_I
#undef CR_N
#undef CR_V
#undef CR_VFMA

#endif
