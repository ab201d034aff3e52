import org.croton.*;
import org.croton.annotation.*;

class IndexOutOfRange {
  @Compiled
  static Tensor f(@F64("3") Tensor x) {
    return x.get(3); // error[index-out-of-range] col 17: get: index 3 is out of range for axis 0 of [3]
  }
}
