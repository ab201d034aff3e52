import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class EachOfTensor {
  @Compiled
  static double f(@F64("n, m") Tensor x) {
    double s = 0;
    for (Tensor row : x) { // error[incompatible-types] col 23: found Tensor, but an array or a list (for rows, count to x.dim(0) and x.get(i)) is expected
      s += sum(row).item();
    }
    return s;
  }
}
