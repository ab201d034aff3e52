import org.croton.*;
import org.croton.annotation.*;

class UnknownDimInWhere {
  @Compiled(where = "row >= 5") // error[unknown-dim] col 3: no parameter or field has a dim row, which "row >= 5" speaks of; did you mean rows?
  static Tensor f(@F64("rows, features") Tensor x) {
    return x;
  }
}
