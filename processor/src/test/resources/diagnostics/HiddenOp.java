import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class HiddenOp {
  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Compiled
  static Tensor f(@F32("n") Tensor x) {
    return sigmoid(x); // error[no-applicable-method] col 19: no method sigmoid takes (Tensor); there is sigmoid(double)
  }
}
