import org.croton.*;
import org.croton.annotation.*;

class DtypeUnsupported {
  @Compiled
  static Tensor f(@F64("n") Tensor x) {
    return x.and(x.gt(0)); // error[dtype-unsupported] col 17: and needs truth values, not F64; compare first
  }
}
