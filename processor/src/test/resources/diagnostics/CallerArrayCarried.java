import org.croton.annotation.*;

class CallerArrayCarried {
  @Compiled
  static double f(@Dims("n") double[] x, int k) {
    double[] y = x;
    for (int t = 0; t < k; t++) {
      y[0] += 1; // error[caller-array] col 8: x belongs to the caller and cannot be written
      y = y.clone();
    }
    return x[0];
  }
}
