public class Horner {
  @Compiled
  static double f(@Dims("n") double[] c, double x) {
    double y = 0;
    for (int i = c.length - 1; i >= 0; i--) {
      y = y * x + c[i];
    }
    return y;
  }
}
