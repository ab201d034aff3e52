import org.croton.*;
import org.croton.annotation.*;

class NegativeSize {
  @Compiled
  static Tensor f(@F64("n") Tensor x) {
    return Tensor.zeros(DType.F64, -3).sum().add(x); // error[negative-size] col 24: zeros: a size cannot be -3
  }
}
