import org.croton.*;
import org.croton.annotation.*;

class NotAnIntegerIndex {
  @Compiled
  static Tensor f(@F64("n") Tensor x, @F64("k") Tensor i) {
    return x.gather(i); // error[not-an-integer-index] col 20: an index is an integer, not f64[k]
  }
}
