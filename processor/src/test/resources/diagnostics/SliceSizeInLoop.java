import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class SliceSizeInLoop {
  @Compiled
  static Tensor f(@F64("n") Tensor x) {
    Tensor s = Tensor.scalar(0.0);
    for (int i = 1; i < x.dim(0); i++) {
      s = s.add(sum(x.slice(0, 0, i))); // error[unknown-size] col 28: slice needs a size that is known at entry: a literal, a dim or an int parameter
    }
    return s;
  }
}
