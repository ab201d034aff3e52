import org.croton.*;
import org.croton.annotation.*;

class UnknownMethodInNestedLoop {
  @Compiled
  static double f(@F64("n") Tensor x, int k) {
    double r = 0;
    outer:
    for (int i = 0; i < k; i++) {
      while (r < 10) {
        r += x.get(i).itm(); // error[unknown-method] col 26: Tensor has no method itm; did you mean item?
        if (r > 5) {
          continue outer;
        }
      }
    }
    return r;
  }
}
