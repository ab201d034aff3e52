import org.croton.*;
import org.croton.annotation.*;

class UnsupportedCallOfTensor {
  @Compiled
  static Tensor f(@F32("n") Tensor x) {
    x.close(); // error[unsupported-call] col 12: Tensor.close is not available in a compiled method
    return x;
  }
}
