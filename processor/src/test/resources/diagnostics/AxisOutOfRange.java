import org.croton.*;
import org.croton.annotation.*;

class AxisOutOfRange {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x) {
    return x.sum(2); // error[axis-out-of-range] col 17: sum: there is no axis 2 in [n, m] of rank 2
  }
}
