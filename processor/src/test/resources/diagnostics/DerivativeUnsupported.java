import static org.croton.Ops.*;

import org.croton.Tensor;
import org.croton.annotation.*;

class DerivativeUnsupported {
  record Line(@F64("n") Tensor slopes, @F64 Tensor start) {}

  @Compiled
  @Hessian // error[derivative-unsupported] col 3: @Hessian cannot be taken with respect to line, which is a group of values; name arrays or numbers in wrt
  static @F64 Tensor f(Line line, double x) {
    return sum(square(line.slopes().mul(x).add(line.start())));
  }
}
