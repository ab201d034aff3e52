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
    Tensor slope = grad(y, x);
    return grad(slope, x); // error[loop-tape] col 16: this takes a gradient of a gradient through a loop whose number of iterations is no size: use hvp, hessian or jvp for the second derivative, or let the loop run to a dim, an int parameter or a constant
  }
}
