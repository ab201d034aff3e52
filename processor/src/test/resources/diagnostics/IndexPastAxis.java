import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class IndexPastAxis {
  @Compiled
  static double f(@F64("4, n") Tensor x, int k) {
    double s = 0;
    for (int t = 0; t < k; t++) {
      s += sum(x.get(4)).item(); // error[index-out-of-range] col 21: get: index 4 is out of range for axis 0 of [4, n]
    }
    return s;
  }
}
