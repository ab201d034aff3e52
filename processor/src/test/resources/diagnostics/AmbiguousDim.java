import org.croton.*;
import org.croton.annotation.*;

class AmbiguousDim {
  @Compiled
  static Tensor f(@F64("n, n") Tensor x) {
    return x.sum("n"); // error[ambiguous-dim] col 17: sum: dim "n" occurs twice in [n, n]; use a number
  }
}
