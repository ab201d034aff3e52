import org.croton.*;
import org.croton.annotation.*;

class CarryStartsNull {
  @Compiled
  static Tensor f(@F64("n") Tensor x, int k) {
    Tensor y = null;
    for (int i = 0; i < k; i++) { // error[unsupported-loop] col 5: y is null before the loop and Tensor after a round: give it a first value of its later type
      y = y == null ? x : y.add(x);
    }
    return y;
  }
}
