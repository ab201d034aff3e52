import org.croton.*;
import org.croton.annotation.*;

class UnknownDimOfLocal {
  @Compiled
  static Tensor f(@F64("rows, features") Tensor x) {
    @F64("rows, featurs") Tensor y = x.neg(); // error[unknown-dim] col 10: no dim is named featurs here; did you mean features?
    return y;
  }
}
