public class Prefix {
  @Compiled
  static @Dims("n") double[] f(@Dims("n") double[] x) {
    double[] y = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i];
      y[i] = sum;
    }
    return y;
  }
}
