import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class CarryGainsAxis {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x) {
    Tensor y = x.get(0);
    while (sum(y).item() < 100) { // error[unsupported-loop] col 11: y is f64[m] before the loop and f64[n, m] after a round: what a loop carries keeps its type
      y = x;
    }
    return y;
  }
}
