import org.croton.*;
import org.croton.annotation.*;

class NoApplicableMethod {
  static double half(double x) {
    return x / 2;
  }

  @Compiled
  static Tensor f(@F32("n") Tensor x) {
    return x.mul(half(x)); // error[no-applicable-method] col 22: no method half takes (Tensor); there is half(double)
  }
}
