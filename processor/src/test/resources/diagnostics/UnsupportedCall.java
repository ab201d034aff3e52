import org.croton.*;
import org.croton.annotation.*;

class UnsupportedCall {
  @Compiled
  static Tensor f(@F32("n") Tensor x) {
    System.out.println(x); // error[unsupported-call] col 11: System.out is not available in a compiled method
    return x;
  }
}
