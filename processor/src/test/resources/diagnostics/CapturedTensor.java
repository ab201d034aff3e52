import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class CapturedTensor {
  @F64("n") Tensor w;

  @Compiled
  Tensor f(@F64("n") Tensor x) {
    return map(x, v -> v * exp(w).item()); // error[captured-tensor] col 32: the lambda of a map works on single elements, but w is a whole tensor
  }
}
