import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

class MapWritesArray {
  @Compiled
  static Tensor f(@F64("n") Tensor x) {
    double[] seen = new double[3];
    return map(
        x,
        v -> {
          seen[0] += v; // error[unsupported-assignment] col 15: a map works on all elements at once, so its lambda cannot write what stands outside it
          return v;
        });
  }
}
