import org.croton.*;
import org.croton.annotation.*;

class DtypeMismatch {
  @Compiled
  static Tensor f(@F32("n") Tensor x, @F64("n") Tensor y) {
    return x.set(y.sum(), 0); // error[dtype-mismatch] col 17: set puts F64 into F32; cast it
  }
}
