import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class CarryGrows {
  @Compiled
  static Tensor f(@F64("n") Tensor x, int k) {
    Tensor y = x;
    for (int i = 0; i < k; i++) { // error[unsupported-loop] col 5: y is f64[n] before the loop and f64[2*n] after a round: what a loop carries keeps its type
      y = concat(0, y, x);
    }
    return y;
  }
}
