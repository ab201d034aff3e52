import org.croton.*;
import org.croton.annotation.*;

class NullValue {
  @Compiled
  static Tensor f(@F64("n") Tensor x) {
    Tensor[] parts = new Tensor[2];
    parts[0] = x;
    return parts[0].add(parts[1].neg()); // error[null-value] col 37: parts[1] is null here
  }
}
