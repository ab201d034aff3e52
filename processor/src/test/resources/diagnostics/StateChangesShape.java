import org.croton.*;
import org.croton.annotation.*;

class StateChangesShape {
  @F64("n") Tensor w = Tensor.zeros(DType.F64, 3);

  @Compiled
  void f(@F64("m") Tensor x, int k) {
    for (int i = 0; i < k; i++) {
      w = x; // error[declared-mismatch] col 11: w is declared f64[n] but its value is f64[m]: dim m is not dim n
    }
  }
}
