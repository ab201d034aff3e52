import org.croton.annotation.*;

class IndexPastEnd {
  @Compiled
  static double f(double x) {
    double[] a = new double[3];
    for (int i = 0; i <= 3; i++) {
      a[i] = i * x; // error[build-time-exception] col 12: this always throws: index 3 is out of range for length 3
    }
    return a[0];
  }
}
