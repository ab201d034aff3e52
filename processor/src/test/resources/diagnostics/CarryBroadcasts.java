import org.croton.*;
import org.croton.annotation.*;

class CarryBroadcasts {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x) {
    Tensor sum = Tensor.scalar(0.0);
    for (int i = 0; i < x.dim(0); i++) { // error[unsupported-loop] col 5: sum is f64 before the loop and f64[m] after a round: what a loop carries keeps its type
      sum = sum.add(x.get(i));
    }
    return sum;
  }
}
