import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class NotDifferentiable {
  @Compiled
  static Tensor f(@F64("n") Tensor x, @I32("n") Tensor k) {
    return grad(x.mul(k).sum(), k); // error[not-differentiable] col 16: grad: there is no derivative with respect to i32[n]; only floating values have one
  }
}
