import org.croton.annotation.*;

class IndexPastColumn {
  @Compiled
  static double f(int n) {
    double[][] a = new double[n][2];
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += a[i][2]; // error[build-time-exception] col 16: this always throws: index 2 is out of range for length 2
    }
    return s;
  }
}
