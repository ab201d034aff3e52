import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class TensorsUnlike {
  @Compiled
  static Tensor f(@F64("n") Tensor x, @F64("m") Tensor y, int k) {
    Tensor sum = Tensor.scalar(0.0);
    Tensor[] both = {x, y};
    for (int i = 0; i < k; i++) {
      sum = sum.add(both[i].sum()); // error[unsupported-expression] col 26: an array of objects at an index that only the run knows is not possible in a compiled method, unless all are tensors of one element type and one shape
    }
    return sum;
  }
}
