import org.croton.annotation.*;

class LengthChangesInLoop {
  @Compiled
  static double f(@Dims("n") double[] x, int k) {
    double[] y = x.clone();
    for (int i = 0; i < k; i++) { // error[unsupported-loop] col 5: y is f64[n] before the loop and f64[n + 1] after a round: what a loop carries keeps its type
      y = new double[x.length + 1];
    }
    return y[0];
  }
}
