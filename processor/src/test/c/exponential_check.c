#include "exp.h"
#include "exp2.h"
#include "expm1.h"
#include "log.h"
#include "log10.h"
#include "log1p.h"
#include "log2.h"
#include "sigmoid.h"
#include "softplus.h"
#include "tanh.h"
#include "accuracy.h"

static double sigmoid(double x) { return x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x)); }
static long double sigmoidl(long double x) { return x < 0 ? expl(x) / (1 + expl(x)) : 1 / (1 + expl(-x)); }
static double softplus(double x) { return isnan(x) ? x : fmax(x, 0) + log1p(exp(-fabs(x))); }
static long double softplusl(long double x) { return isnan(x) ? x : fmaxl(x, 0) + log1pl(expl(-fabsl(x))); }

/* Powers come out as written. */
static int inexact(void) {
  int wrong = 0;
  for (int k = -1074; k <= 1023; k++) wrong += cr_log2_f64(ldexp(1, k)) != k || cr_exp2_f64(k) != ldexp(1, k);
  double ten = 1;
  for (int k = 0; k <= 22; k++, ten *= 10) wrong += cr_log10_f64(ten) != k;
  if (wrong) printf("%d powers are not exact\n", wrong);
  return wrong;
}

int main(int argc, char **argv) {
  accuracy_arguments(argc, argv);
  CHECK_F32(cr_exp_f32, exp, 1, -105, 90);
  CHECK_F64(cr_exp_f64, expl, 2, -750, 715);
  CHECK_F32(cr_expm1_f32, expm1, 1, -20, 90);
  CHECK_F64(cr_expm1_f64, expm1l, 2, -50, 715);
  CHECK_F32(cr_log_f32, log, 1, 0, 4);
  CHECK_F64(cr_log_f64, logl, 2, 0, 4);
  CHECK_F32(cr_exp2_f32, exp2, 1, -151, 130);
  CHECK_F64(cr_exp2_f64, exp2l, 2, -1080, 1030);
  CHECK_F32(cr_log2_f32, log2, 1, 0, 4);
  CHECK_F64(cr_log2_f64, log2l, 2, 0, 4);
  CHECK_F32(cr_log10_f32, log10, 1, 0, 4);
  CHECK_F64(cr_log10_f64, log10l, 2, 0, 4);
  CHECK_F32(cr_log1p_f32, log1p, 1, -1, 4);
  CHECK_F64(cr_log1p_f64, log1pl, 2, -1, 4);
  CHECK_F32(cr_sigmoid_f32, sigmoid, 1, -105, 40);
  CHECK_F64(cr_sigmoid_f64, sigmoidl, 2, -750, 80);
  CHECK_F32(cr_softplus_f32, softplus, 1, -105, 40);
  CHECK_F64(cr_softplus_f64, softplusl, 2, -750, 80);
  CHECK_F32(cr_tanh_f32, tanh, 1, -10, 10);
  CHECK_F64(cr_tanh_f64, tanhl, 2, -20, 20);
  return accuracy_failures() || inexact();
}
