import org.croton.annotation.*;

class CallerArrayInHelper {
  static void fill(double[] a, double v) {
    for (int i = 0; i < a.length; i++) {
      a[i] = v; // error[caller-array] col 8: x belongs to the caller and cannot be written
    }
  }

  @Compiled
  static double f(@Dims("n") double[] x) {
    fill(x, 2);
    return x[0];
  }
}
