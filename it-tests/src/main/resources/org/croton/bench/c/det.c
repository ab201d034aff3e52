/* The determinant by expansion along the first row that is left: n, then n rows of n numbers. */
static double minor(const double *a, int n, int row, unsigned gone) {
  if (row == n) return 1;
  double sum = 0;
  int sign = 1;
  for (int column = 0; column < n; column++)
    if (!(gone >> column & 1)) {
      sum += sign * a[row * n + column] * minor(a, n, row + 1, gone | 1u << column);
      sign = -sign;
    }
  return sum;
}

double problem(const double *in) { return minor(in + 1, (int)in[0], 0, 0); }
