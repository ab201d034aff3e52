/*
 * The log posterior of a mixture of Gaussians without its constant: d, k, n, m, gamma; then alpha (k), mu, q (k rows of
 * d), l (k rows of d (d - 1) / 2, what stands below the diagonal column by column) and x (n rows of d).
 */
#include <math.h>

enum { LARGEST = 256 };

static double log_sum_exp(const double *x, int n) {
  double max = x[0], sum = 0;
  for (int i = 1; i < n; i++)
    if (x[i] > max) max = x[i];
  for (int i = 0; i < n; i++) sum += exp(x[i] - max);
  return max + log(sum);
}

static double squared_norm(int d, const double *restrict diagonal, const double *restrict l, const double *restrict x,
                           const double *restrict mu) {
  double centred[LARGEST], turned[LARGEST];
  for (int j = 0; j < d; j++) {
    centred[j] = x[j] - mu[j];
    turned[j] = diagonal[j] * centred[j];
  }
  for (int j = 0; j < d; j++) {
    for (int r = j + 1; r < d; r++) turned[r] += l[r - j - 1] * centred[j];
    l += d - j - 1;
  }
  double norm = 0;
  for (int j = 0; j < d; j++) norm += turned[j] * turned[j];
  return norm;
}

double problem(const double *in) {
  static double diagonal[LARGEST * LARGEST];
  double constant[LARGEST], beta[LARGEST], prior = 0, likelihood = 0;
  int d = (int)in[0], k = (int)in[1], n = (int)in[2], m = (int)in[3], triangle = d * (d - 1) / 2;
  double gamma = in[4];
  const double *alpha = in + 5, *mu = alpha + k, *q = mu + k * d, *l = q + k * d, *x = l + k * triangle;
  for (int c = 0; c < k; c++) {
    double sum = 0, squares = 0;
    for (int j = 0; j < d; j++) {
      sum += q[c * d + j];
      diagonal[c * d + j] = exp(q[c * d + j]);
      squares += diagonal[c * d + j] * diagonal[c * d + j];
    }
    for (int j = 0; j < triangle; j++) squares += l[c * triangle + j] * l[c * triangle + j];
    constant[c] = alpha[c] + sum;
    prior += m * sum - 0.5 * gamma * gamma * squares;
  }
  for (int i = 0; i < n; i++) {
    for (int c = 0; c < k; c++)
      beta[c] = constant[c] - 0.5 * squared_norm(d, diagonal + c * d, l + c * triangle, x + i * d, mu + c * d);
    likelihood += log_sum_exp(beta, k);
  }
  return likelihood - n * log_sum_exp(alpha, k) + prior;
}
