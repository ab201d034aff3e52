/*
 * Scalar arithmetic that C leaves open or spells otherwise: wrapping integers, rounding divisions, extremes
 * that propagate NaN, saturating conversions as in Java.
 */
#ifndef CR_SCALAR_H
#define CR_SCALAR_H

#include "base.h"

#include <math.h>
#include <stddef.h>

/* Powers modulo 2^64; negative ones of anything but 1 and -1 are 0. */
CR_INLINE uint64_t cr_raise(int64_t a, int64_t power) {
  uint64_t result = 1, square = (uint64_t)a;
  if (power < 0) return a == 1 ? 1 : a == -1 ? 1 - 2 * ((uint64_t)power & 1) : 0;
  for (uint64_t rest = (uint64_t)power; rest != 0; rest >>= 1) {
    result *= (rest & 1) != 0 ? square : 1;
    square *= square;
  }
  return result;
}
CR_INLINE int32_t cr_raise_i32(int32_t a, int32_t b) { return (int32_t)(uint32_t)cr_raise(a, b); }
CR_INLINE int64_t cr_raise_i64(int64_t a, int64_t b) { return (int64_t)cr_raise(a, b); }
CR_INLINE uint8_t cr_raise_u8(uint8_t a, uint8_t b) { return (uint8_t)cr_raise(a, b); }

/* int32_t: results wrap. */
CR_INLINE int32_t cr_add_i32(int32_t a, int32_t b) { return (int32_t)((uint32_t)a + (uint32_t)b); }
CR_INLINE int32_t cr_sub_i32(int32_t a, int32_t b) { return (int32_t)((uint32_t)a - (uint32_t)b); }
CR_INLINE int32_t cr_mul_i32(int32_t a, int32_t b) { return (int32_t)((uint32_t)a * (uint32_t)b); }
CR_INLINE int32_t cr_neg_i32(int32_t a) { return (int32_t)((uint32_t)0 - (uint32_t)a); }
CR_INLINE int32_t cr_and_i32(int32_t a, int32_t b) { return (int32_t)(a & b); }
CR_INLINE int32_t cr_or_i32(int32_t a, int32_t b) { return (int32_t)(a | b); }
CR_INLINE int32_t cr_xor_i32(int32_t a, int32_t b) { return (int32_t)(a ^ b); }
CR_INLINE int32_t cr_maximum_i32(int32_t a, int32_t b) { return a > b ? a : b; }
CR_INLINE int32_t cr_minimum_i32(int32_t a, int32_t b) { return a < b ? a : b; }
CR_INLINE int32_t cr_abs_i32(int32_t a) { return a < 0 ? cr_neg_i32(a) : a; }
CR_INLINE int32_t cr_sign_i32(int32_t a) { return (a > 0) - (a < 0); }
/* The least value divided by -1 wraps to itself; C leaves it undefined. */
CR_INLINE int32_t cr_quotient_i32(int32_t a, int32_t b) { return b == -1 ? cr_neg_i32(a) : a / b; }
CR_INLINE int32_t cr_remainder_i32(int32_t a, int32_t b) { return b == -1 ? 0 : a % b; }
CR_INLINE int32_t cr_floor_mod_i32(int32_t a, int32_t b) {
  int32_t r = cr_remainder_i32(a, b);
  return r != 0 && ((r < 0) != (b < 0)) ? r + b : r;
}
CR_INLINE int32_t cr_floor_div_i32(int32_t a, int32_t b) {
  int32_t q = cr_quotient_i32(a, b);
  int32_t r = cr_remainder_i32(a, b);
  return r != 0 && ((r < 0) != (b < 0)) ? q - 1 : q;
}

/* int64_t: results wrap. */
CR_INLINE int64_t cr_add_i64(int64_t a, int64_t b) { return (int64_t)((uint64_t)a + (uint64_t)b); }
CR_INLINE int64_t cr_sub_i64(int64_t a, int64_t b) { return (int64_t)((uint64_t)a - (uint64_t)b); }
CR_INLINE int64_t cr_mul_i64(int64_t a, int64_t b) { return (int64_t)((uint64_t)a * (uint64_t)b); }
CR_INLINE int64_t cr_neg_i64(int64_t a) { return (int64_t)((uint64_t)0 - (uint64_t)a); }
CR_INLINE int64_t cr_and_i64(int64_t a, int64_t b) { return (int64_t)(a & b); }
CR_INLINE int64_t cr_or_i64(int64_t a, int64_t b) { return (int64_t)(a | b); }
CR_INLINE int64_t cr_xor_i64(int64_t a, int64_t b) { return (int64_t)(a ^ b); }
CR_INLINE int64_t cr_maximum_i64(int64_t a, int64_t b) { return a > b ? a : b; }
CR_INLINE int64_t cr_minimum_i64(int64_t a, int64_t b) { return a < b ? a : b; }
CR_INLINE int64_t cr_abs_i64(int64_t a) { return a < 0 ? cr_neg_i64(a) : a; }
CR_INLINE int64_t cr_sign_i64(int64_t a) { return (a > 0) - (a < 0); }
/* The least value divided by -1 wraps to itself; C leaves it undefined. */
CR_INLINE int64_t cr_quotient_i64(int64_t a, int64_t b) { return b == -1 ? cr_neg_i64(a) : a / b; }
CR_INLINE int64_t cr_remainder_i64(int64_t a, int64_t b) { return b == -1 ? 0 : a % b; }
CR_INLINE int64_t cr_floor_mod_i64(int64_t a, int64_t b) {
  int64_t r = cr_remainder_i64(a, b);
  return r != 0 && ((r < 0) != (b < 0)) ? r + b : r;
}
CR_INLINE int64_t cr_floor_div_i64(int64_t a, int64_t b) {
  int64_t q = cr_quotient_i64(a, b);
  int64_t r = cr_remainder_i64(a, b);
  return r != 0 && ((r < 0) != (b < 0)) ? q - 1 : q;
}

/* uint8_t: results wrap. */
CR_INLINE uint8_t cr_add_u8(uint8_t a, uint8_t b) { return (uint8_t)((uint32_t)a + (uint32_t)b); }
CR_INLINE uint8_t cr_sub_u8(uint8_t a, uint8_t b) { return (uint8_t)((uint32_t)a - (uint32_t)b); }
CR_INLINE uint8_t cr_mul_u8(uint8_t a, uint8_t b) { return (uint8_t)((uint32_t)a * (uint32_t)b); }
CR_INLINE uint8_t cr_neg_u8(uint8_t a) { return (uint8_t)((uint32_t)0 - (uint32_t)a); }
CR_INLINE uint8_t cr_and_u8(uint8_t a, uint8_t b) { return (uint8_t)(a & b); }
CR_INLINE uint8_t cr_or_u8(uint8_t a, uint8_t b) { return (uint8_t)(a | b); }
CR_INLINE uint8_t cr_xor_u8(uint8_t a, uint8_t b) { return (uint8_t)(a ^ b); }
CR_INLINE uint8_t cr_maximum_u8(uint8_t a, uint8_t b) { return a > b ? a : b; }
CR_INLINE uint8_t cr_minimum_u8(uint8_t a, uint8_t b) { return a < b ? a : b; }
CR_INLINE uint8_t cr_abs_u8(uint8_t a) { return a; }
CR_INLINE uint8_t cr_sign_u8(uint8_t a) { return a != 0; }
CR_INLINE uint8_t cr_quotient_u8(uint8_t a, uint8_t b) { return (uint8_t)(a / b); }
CR_INLINE uint8_t cr_remainder_u8(uint8_t a, uint8_t b) { return (uint8_t)(a % b); }
CR_INLINE uint8_t cr_floor_div_u8(uint8_t a, uint8_t b) { return (uint8_t)(a / b); }
CR_INLINE uint8_t cr_floor_mod_u8(uint8_t a, uint8_t b) { return (uint8_t)(a % b); }

/* float. Extremes are NaN if either operand is. */
CR_INLINE float cr_maximum_f32(float a, float b) { return ((a > b) | (a != a)) ? a : b; }
CR_INLINE float cr_minimum_f32(float a, float b) { return ((a < b) | (a != a)) ? a : b; }
CR_INLINE float cr_sign_f32(float a) { return a > 0 ? 1 : a < 0 ? -1 : a; }
CR_INLINE float cr_floor_f32(float a) { return __builtin_floorf(a); }
CR_INLINE float cr_ceil_f32(float a) { return __builtin_ceilf(a); }
CR_INLINE float cr_rint_f32(float a) { return __builtin_rintf(a); }
CR_INLINE float cr_fma_f32(float a, float b, float c) { return CR_FMA_F32(a, b, c); }
CR_INLINE float cr_remainder_f32(float a, float b) { return fmodf(a, b); }
CR_INLINE float cr_floor_mod_f32(float a, float b) {
  float r = fmodf(a, b);
  return r != 0 && ((r < 0) != (b < 0)) ? r + b : r;
}
CR_INLINE float cr_floor_div_f32(float a, float b) { return __builtin_floorf(a / b); }
/* Java's conversions: towards zero, NaN to 0, out of range to the nearest. */
CR_INLINE int32_t cr_f32_to_i32(float a) {
  return a != a ? 0 : a >= (float)2147483648.0 ? INT32_MAX : a < (float)-2147483648.0 ? INT32_MIN : (int32_t)a;
}
CR_INLINE int64_t cr_f32_to_i64(float a) {
  return a != a ? 0 : a >= (float)9223372036854775808.0 ? INT64_MAX : a < (float)-9223372036854775808.0 ? INT64_MIN : (int64_t)a;
}
CR_INLINE uint8_t cr_f32_to_u8(float a) { return (uint8_t)cr_f32_to_i32(a); }
#pragma omp declare reduction(cr_maximum_f32 : float : omp_out = cr_maximum_f32(omp_out, omp_in)) initializer(omp_priv = -CR_INF_F32)
#pragma omp declare reduction(cr_minimum_f32 : float : omp_out = cr_minimum_f32(omp_out, omp_in)) initializer(omp_priv = CR_INF_F32)

/* double. Extremes are NaN if either operand is. */
CR_INLINE double cr_maximum_f64(double a, double b) { return ((a > b) | (a != a)) ? a : b; }
CR_INLINE double cr_minimum_f64(double a, double b) { return ((a < b) | (a != a)) ? a : b; }
CR_INLINE double cr_sign_f64(double a) { return a > 0 ? 1 : a < 0 ? -1 : a; }
CR_INLINE double cr_floor_f64(double a) { return __builtin_floor(a); }
CR_INLINE double cr_ceil_f64(double a) { return __builtin_ceil(a); }
CR_INLINE double cr_rint_f64(double a) { return __builtin_rint(a); }
CR_INLINE double cr_fma_f64(double a, double b, double c) { return CR_FMA_F64(a, b, c); }
CR_INLINE double cr_remainder_f64(double a, double b) { return fmod(a, b); }
CR_INLINE double cr_floor_mod_f64(double a, double b) {
  double r = fmod(a, b);
  return r != 0 && ((r < 0) != (b < 0)) ? r + b : r;
}
CR_INLINE double cr_floor_div_f64(double a, double b) { return __builtin_floor(a / b); }
/* Java's conversions: towards zero, NaN to 0, out of range to the nearest. */
CR_INLINE int32_t cr_f64_to_i32(double a) {
  return a != a ? 0 : a >= (double)2147483648.0 ? INT32_MAX : a < (double)-2147483648.0 ? INT32_MIN : (int32_t)a;
}
CR_INLINE int64_t cr_f64_to_i64(double a) {
  return a != a ? 0 : a >= (double)9223372036854775808.0 ? INT64_MAX : a < (double)-9223372036854775808.0 ? INT64_MIN : (int64_t)a;
}
CR_INLINE uint8_t cr_f64_to_u8(double a) { return (uint8_t)cr_f64_to_i32(a); }
#pragma omp declare reduction(cr_maximum_f64 : double : omp_out = cr_maximum_f64(omp_out, omp_in)) initializer(omp_priv = -CR_INF_F64)
#pragma omp declare reduction(cr_minimum_f64 : double : omp_out = cr_minimum_f64(omp_out, omp_in)) initializer(omp_priv = CR_INF_F64)

#pragma omp declare reduction(cr_maximum_i32 : int32_t : omp_out = cr_maximum_i32(omp_out, omp_in)) initializer(omp_priv = INT32_MIN)
#pragma omp declare reduction(cr_minimum_i32 : int32_t : omp_out = cr_minimum_i32(omp_out, omp_in)) initializer(omp_priv = INT32_MAX)

#pragma omp declare reduction(cr_maximum_i64 : int64_t : omp_out = cr_maximum_i64(omp_out, omp_in)) initializer(omp_priv = INT64_MIN)
#pragma omp declare reduction(cr_minimum_i64 : int64_t : omp_out = cr_minimum_i64(omp_out, omp_in)) initializer(omp_priv = INT64_MAX)

#pragma omp declare reduction(cr_maximum_u8 : uint8_t : omp_out = cr_maximum_u8(omp_out, omp_in)) initializer(omp_priv = 0)
#pragma omp declare reduction(cr_minimum_u8 : uint8_t : omp_out = cr_minimum_u8(omp_out, omp_in)) initializer(omp_priv = 255)

/* Truth values. */
CR_INLINE uint8_t cr_maximum_bool(uint8_t a, uint8_t b) { return a | b; }
CR_INLINE uint8_t cr_minimum_bool(uint8_t a, uint8_t b) { return a & b; }
#pragma omp declare reduction(cr_maximum_bool : _Bool : omp_out = omp_out | omp_in) initializer(omp_priv = 0)
#pragma omp declare reduction(cr_minimum_bool : _Bool : omp_out = omp_out & omp_in) initializer(omp_priv = 1)

#endif
