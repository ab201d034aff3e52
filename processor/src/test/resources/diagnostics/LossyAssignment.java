import org.croton.*;
import org.croton.annotation.*;

class LossyAssignment {
  @F32 Tensor b;

  @Compiled
  void f(@F64("n") Tensor x) {
    b = b.add(x.sum()); // error[lossy-assignment] col 14: b is declared f32, but its value is f64: that would lose precision silently
  }
}
