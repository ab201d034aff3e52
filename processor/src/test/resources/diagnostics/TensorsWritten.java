import org.croton.*;
import org.croton.annotation.*;

class TensorsWritten {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x) {
    Tensor[] rows = new Tensor[4];
    for (int i = 0; i < x.dim(0); i++) {
      rows[i] = x.get(i); // error[unsupported-expression] col 12: an array of objects cannot be written at an index that only the run knows: write into an array of numbers, or set a row of a tensor with one more axis
    }
    return rows[0];
  }
}
