import org.croton.*;
import org.croton.annotation.*;

class LossyLiteral {
  @Compiled
  static Tensor f(@U8("n") Tensor x) {
    return x.add(300); // error[lossy-literal] col 17: the literal 300 is no value of u8; cast first
  }
}
