import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class MalformedRange {
  @Compiled
  static Tensor f(@F64("n") Tensor x) {
    return arange(0, 10, 0).sum().add(x); // error[malformed-range] col 18: the step of a range cannot be 0
  }
}
