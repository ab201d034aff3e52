import org.croton.*;
import org.croton.annotation.*;

class CarrySwapsShapes {
  record Pair(Tensor a, Tensor b) {}

  @Compiled
  static Tensor f(@F64("n") Tensor x, @F64("m") Tensor z, int k) {
    Pair pair = new Pair(x, z);
    for (int i = 0; i < k; i++) { // error[unsupported-loop] col 5: pair is f64[n] before the loop and f64[m] after a round: what a loop carries keeps its type
      pair = new Pair(pair.b(), pair.a());
    }
    return pair.a();
  }
}
