import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class AxisOfRunTime {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x, int axis) {
    return x.sum(axis); // error[not-a-constant] col 17: sum needs an integer known at build time here, not axis
  }
}
