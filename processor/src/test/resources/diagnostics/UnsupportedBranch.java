import org.croton.*;
import org.croton.annotation.*;

class UnsupportedBranch {
  @Compiled
  static Tensor f(@F64("n") Tensor x, boolean first) {
    return first ? x : x.sum(); // error[unsupported-branch] col 18: the data decides between a tensor f64[n] and a tensor f64: both must have one type
  }

  @Compiled
  static double g(double x, int k) {
    switch (k) { // error[unsupported-branch] col 12: a switch over a number that only the run knows is not supported; use if or ?:
      case 1: return x;
      default: return -x;
    }
  }
}
