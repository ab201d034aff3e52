import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class ShapeMismatchProduct {
  @F32("features") Tensor w;

  @Compiled
  @F32("rows")
  Tensor f(@F32("rows, inputs") Tensor x) {
    return sigmoid(
        x.dot(w)); // error[shape-mismatch] col 14: dot: cannot multiply [rows, inputs] and [features]: dim inputs is not dim features
  }
}
