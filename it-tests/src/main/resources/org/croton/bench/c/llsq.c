/* Half the sum of squares of what a polynomial misses of the sign function: n, m, then m coefficients. */
double problem(const double *in) {
  int n = (int)in[0], m = (int)in[1];
  const double *x = in + 2;
  double sum = 0;
  for (int i = 0; i < n; i++) {
    double t = -1 + 2.0 * i / (n - 1);
    double residual = (t > 0) - (t < 0), power = 1;
    for (int j = 0; j < m; j++) {
      residual -= x[j] * power;
      power *= t;
    }
    sum += residual * residual;
  }
  return sum / 2;
}
