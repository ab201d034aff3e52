import org.croton.*;
import org.croton.annotation.*;

class UnknownSize {
  @Compiled
  static Tensor f(@F64("n") Tensor x, @I32 Tensor k) {
    return x.reshape(k.toInt(), -1); // error[unknown-size] col 21: reshape needs a size that is known at entry: a literal, a dim or an int parameter
  }
}
