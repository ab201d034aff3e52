import org.croton.*;
import org.croton.annotation.*;

class TensorCondition {
  @Compiled
  static Tensor f(@F64("n") Tensor x) {
    Tensor y = x;
    if (x.gt(0)) { // error[tensor-condition] col 8: a condition is one boolean, but this is a tensor bool[n]
      y = x.neg();
    }
    return y.isTrue() ? y : x;
  }
}
