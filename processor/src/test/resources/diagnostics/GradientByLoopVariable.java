import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class GradientByLoopVariable {
  @Compiled
  static Tensor f(@F64("n") Tensor x, int k) {
    Tensor inner = x;
    Tensor s = Tensor.scalar(0.0);
    for (int i = 0; i < k; i++) {
      inner = x.mul(i);
      s = s.add(sum(inner));
    }
    return grad(s, inner); // error[disconnected] col 20: grad: the value does not depend on the variable; was it reassigned before?
  }
}
