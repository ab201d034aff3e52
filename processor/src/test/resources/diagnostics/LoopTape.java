import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class LoopTape {
  @Compiled
  static Tensor f(@F64 Tensor x, @I32 Tensor k) {
    Tensor y = x;
    int n = k.toInt();
    for (int i = 0; i < n; i++) {
      y = y.mul(tanh(y));
    }
    return grad(y, x); // error[loop-tape] col 16: the derivative of this loop keeps values of every iteration, and how many there are is no size: let the loop run to a dim, an int parameter or a constant
  }
}
