import org.croton.*;
import org.croton.annotation.*;

class TensorAsLoopCondition {
  @Compiled
  static Tensor f(@F64("n") Tensor x) {
    Tensor y = x;
    while (y.gt(1)) { // error[tensor-condition] col 11: a condition is one boolean, but this is a tensor bool[n]
      y = y.mul(0.5);
    }
    return y;
  }
}
