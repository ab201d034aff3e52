import org.croton.*;
import org.croton.annotation.*;

class EmptyReduction {
  @Compiled
  static Tensor f(@F64("n") Tensor x) {
    return Tensor.zeros(DType.F64, 0).max().add(x); // error[empty-reduction] col 42: max of [0] has no elements to choose from
  }
}
