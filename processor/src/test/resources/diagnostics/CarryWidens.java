import org.croton.*;
import org.croton.annotation.*;

class CarryWidens {
  @Compiled
  static Tensor f(@F32("n") Tensor x, int k) {
    Tensor y = x;
    for (int i = 0; i < k; i++) { // error[unsupported-loop] col 5: y is f32[n] before the loop and f64[n] after a round: what a loop carries keeps its type
      y = y.cast(DType.F64).mul(2);
    }
    return y;
  }
}
