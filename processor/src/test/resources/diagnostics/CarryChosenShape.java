import org.croton.*;
import org.croton.annotation.*;

class CarryChosenShape {
  @Compiled
  static Tensor f(@F64("n") Tensor x, @F64("m") Tensor z, int k) {
    Tensor y = x;
    for (int i = 0; i < k; i++) {
      if (i % 2 == 0) { // error[unsupported-branch] col 10: the data decides between a tensor f64[m] and a tensor f64[n]: both must have one type
        y = z;
      }
    }
    return y;
  }
}
