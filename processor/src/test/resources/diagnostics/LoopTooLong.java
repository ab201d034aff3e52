import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class LoopTooLong {
  @Compiled
  static Tensor f(@F64("n") Tensor x) {
    return map(
        x,
        v -> {
          int i = 0;
          while (i >= 0) { // error[loop-too-long] col 17: the build gave up after 10000 rounds of this loop
            i = 1 - i;
          }
          return v;
        });
  }
}
