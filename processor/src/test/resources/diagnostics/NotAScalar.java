import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class NotAScalar {
  @Compiled
  static Tensor f(@F64("n") Tensor x) {
    return grad(x.square(), x); // error[not-a-scalar] col 16: grad needs a scalar cost, not f64[n]; sum it or take its mean
  }

  @Compiled
  @Gradient // error[not-a-scalar] col 3: the result of g is f64[n], but only a floating scalar has a gradient
  static Tensor g(@F64("n") Tensor x) {
    return x.square();
  }
}
