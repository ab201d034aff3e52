import org.croton.*;
import org.croton.annotation.*;

class ShapeMismatch {
  @Compiled
  static Tensor f(@F32("rows, features") Tensor x, @F32("rows") Tensor y) {
    Tensor z = x.mul(2).add(y); // error[shape-mismatch] col 28: cannot add [rows, features] and [rows]: dim features is not dim rows
    return z.add(1);
  }
}
