import org.croton.*;
import org.croton.annotation.*;

class MissingAnnotation {
  @Compiled
  static Tensor f(Tensor x) { // error[missing-annotation] col 26: x is a Tensor of unknown element type and dims
    return x;
  }
}
