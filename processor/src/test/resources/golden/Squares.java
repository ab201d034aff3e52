public class Squares {
  @Compiled
  @Gradient
  static double f(@Dims("n") double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i];
    }
    return sum;
  }
}
