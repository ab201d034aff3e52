/* The logarithm of a sum of exponentials: n, then n numbers. */
#include <math.h>

double problem(const double *in) {
  int n = (int)in[0];
  const double *x = in + 1;
  double max = x[0], sum = 0;
  for (int i = 1; i < n; i++)
    if (x[i] > max) max = x[i];
  for (int i = 0; i < n; i++) sum += exp(x[i] - max);
  return max + log(sum);
}
