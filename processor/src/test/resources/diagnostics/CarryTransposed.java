import org.croton.*;
import org.croton.annotation.*;

class CarryTransposed {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x, int k) {
    Tensor y = x;
    for (int i = 0; i < k; i++) { // error[unsupported-loop] col 5: y is f64[n, m] before the loop and f64[m, n] after a round: what a loop carries keeps its type
      y = y.transpose();
    }
    return y;
  }
}
