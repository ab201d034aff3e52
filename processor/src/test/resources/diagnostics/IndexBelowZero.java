import org.croton.annotation.*;

class IndexBelowZero {
  @Compiled
  static double f(@Dims("n") double[] x) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += x[i] * x[-1]; // error[build-time-exception] col 20: this always throws: index -1 is out of range for length n
    }
    return s;
  }
}
