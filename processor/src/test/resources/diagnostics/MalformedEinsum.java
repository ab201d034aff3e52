import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class MalformedEinsum {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x) {
    return einsum("ij,jk->ik", x); // error[malformed-einsum] col 18: einsum: "ij,jk->ik" has 2 factors for 1 tensors
  }
}
