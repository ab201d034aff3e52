import org.croton.*;
import org.croton.annotation.*;

class TensorsOfRunTimeLength {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x) {
    Tensor[] rows = new Tensor[x.dim(0)]; // error[unsupported-expression] col 21: an array of objects whose length the build does not know is not possible in a compiled method
    for (int i = 0; i < x.dim(0); i++) {
      rows[i] = x.get(i);
    }
    return rows[0];
  }
}
