import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class RangeStepOfRunTime {
  @Compiled
  static Tensor f(@F64("n") Tensor x, int step) {
    return x.get(range(0, 8, step)); // error[not-a-constant] col 23: range needs a step that the build knows
  }
}
