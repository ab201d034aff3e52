import org.croton.*;
import org.croton.annotation.*;

class ShapeMismatchInHelper {
  static Tensor scale(Tensor a, Tensor b) {
    return a.mul(b); // error[shape-mismatch] col 17: cannot mul [n] and [m]: dim n is not dim m
  }

  @Compiled
  static Tensor f(@F64("n") Tensor x, @F64("m") Tensor y) {
    return scale(x, x).add(scale(y, y).sum()).add(scale(x, y));
  }
}
