import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class Disconnected {
  @Compiled
  static Tensor f(@F64("n") Tensor x) {
    Tensor cost = x.square().sum();
    x = x.add(1);
    return grad(cost, x); // error[disconnected] col 23: grad: the value does not depend on the variable; was it reassigned before?
  }

  @Compiled
  @Gradient // error[discrete-path] col 3: every way from y to the result leads through whole numbers, comparisons or stopGradient; leave it out of wrt, or say disconnected = Disconnected.ZERO
  static double g(double x, double y) {
    return x + (int) y;
  }
}
