import org.croton.*;
import org.croton.annotation.*;

class MalformedIndex {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x) {
    return x.get("1:2:3:4"); // error[malformed-index] col 17: "1:2:3:4" in the index "1:2:3:4" is no integer, range, newaxis or "..."
  }
}
