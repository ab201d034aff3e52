import org.croton.*;
import org.croton.annotation.*;

class UnknownDim {
  @Compiled
  static Tensor f(@F64("rows, features") Tensor x) {
    return x.sum("column"); // error[unknown-dim] col 17: sum: there is no dim "column" in [rows, features]
  }
}
