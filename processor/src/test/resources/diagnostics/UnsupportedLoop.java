import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class UnsupportedLoop {
  @Compiled
  static Tensor inMap(@F64("n") Tensor x) {
    return map(
        x,
        v -> {
          double y = v;
          while (y > 1) { // error[unsupported-loop] col 17: a run-time loop in the lambda of a map is not supported
            y /= 2;
          }
          return y;
        });
  }

  @Compiled
  static Tensor shrinks(@F64("n") Tensor x, int steps) {
    Tensor y = x;
    for (int i = 0; i < steps; i++) { // error[unsupported-loop] col 5: y is f64[n] before the loop and f64[1] after a round: what a loop carries keeps its type
      y = Tensor.of(1.0).add(y.get(":1"));
    }
    return y;
  }

  @Compiled
  static double forEver(double x, double y) {
    while (x > 1) { // error[unsupported-loop] col 11: a round of this loop changes nothing, so it runs never or for ever
      double z = y;
    }
    return x;
  }
}
