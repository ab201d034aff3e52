import org.croton.*;
import org.croton.annotation.*;

class AxisRepeated {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x) {
    return x.sum(1, -1); // error[axis-repeated] col 17: sum names axis -1 of [n, m] twice
  }
}
