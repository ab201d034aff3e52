import org.croton.*;
import org.croton.annotation.*;

class CarryBecomesFloating {
  @Compiled
  static Tensor f(@I32("n") Tensor x, int k) {
    Tensor y = x;
    for (int i = 0; i < k; i++) { // error[unsupported-loop] col 5: y is i32[n] before the loop and f64[n] after a round: what a loop carries keeps its type
      y = y.div(2);
    }
    return y;
  }
}
