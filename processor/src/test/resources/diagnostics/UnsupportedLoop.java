import org.croton.*;
import org.croton.annotation.*;

class UnsupportedLoop {
  @Compiled
  static double f(double x) {
    double y = x;
    while (y > 1) { // error[unsupported-loop] col 11: only the run knows when this loop ends: such a loop has the form for (int t = a; t < b; t++)
      y /= 2;
    }
    return y;
  }

  @Compiled
  static double g(@Dims("n") double[] x) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += x[i];
      if (s > 10) break; // error[unsupported-branch] col 7: the data decides whether this leaves its loop or method early: not supported; let both sides end alike
    }
    return s;
  }

  @Compiled
  static Tensor h(@F64("n") Tensor x, int steps) {
    Tensor y = x;
    for (int i = 0; i < steps; i++) { // error[unsupported-loop] col 5: y is f64[n] before the loop and f64[1] after a round: what a loop carries keeps its type
      y = Tensor.of(1.0).add(y.get(":1"));
    }
    return y;
  }
}
