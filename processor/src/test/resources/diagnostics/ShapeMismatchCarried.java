import org.croton.*;
import org.croton.annotation.*;

class ShapeMismatchCarried {
  @Compiled
  static double f(@F64("n") Tensor x, @F64("m") Tensor y, int k) {
    Tensor t = x;
    double r = 0;
    for (int i = 0; i < k; i++) {
      t = t.add(y); // error[shape-mismatch] col 16: cannot add [n] and [m]: dim n is not dim m
      r += t.get(0).item();
    }
    t = t.add(1);
    return r + t.get(0).item();
  }
}
