#include "cbrt.h"
#include "hypot.h"
#include "pow.h"
#include "accuracy.h"

int main(int argc, char **argv) {
  accuracy_arguments(argc, argv);
  CHECK2_F32(cr_pow_f32, pow, 1, 0, 20);
  CHECK2_F64(cr_pow_f64, powl, 2, 0, 100);
  CHECK_F32(cr_cbrt_f32, cbrt, 1, -8, 8);
  CHECK_F64(cr_cbrt_f64, cbrtl, 1, -8, 8);
  CHECK2_F32(cr_hypot_f32, hypot, 1, -10, 10);
  CHECK2_F64(cr_hypot_f64, hypotl, 2, -10, 10);
  return accuracy_failures();
}
