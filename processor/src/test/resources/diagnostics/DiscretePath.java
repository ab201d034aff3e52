import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class DiscretePath {
  @Compiled
  @Gradient // error[discrete-path] col 3: every way from x to the result leads through whole numbers, comparisons or stopGradient; leave it out of wrt, or say disconnected = Disconnected.ZERO
  static double f(double x) {
    int k = (int) x;
    double s = 0;
    for (int i = 0; i < k; i++) {
      s += i;
    }
    return s;
  }

  @Compiled
  static Tensor g(@F64("n") Tensor x) {
    return grad(x.argmax(0).cast(DType.F64), x); // error[discrete-path] col 46: grad: every way from the variable to the value leads through whole numbers, comparisons or stopGradient
  }
}
