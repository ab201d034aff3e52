import org.croton.*;
import org.croton.annotation.*;

class DeclaredMismatch {
  @F32("features") Tensor w;

  @Compiled
  @F32("rows")
  Tensor f(@F32("rows, features") Tensor x) {
    @F32("rows") Tensor column = x.mean(0); // error[declared-mismatch] col 40: column is declared f32[rows] but its value is f32[features]: dim features is not dim rows
    w = x.sum(1); // error[declared-mismatch] col 14: w is declared f32[features] but its value is f32[rows]: dim rows is not dim features
    return w.add(x.sum(0));
  }

  @Compiled
  @F32("rows, 2*rows")
  Tensor g(@F32("rows, features") Tensor x) {
    return x; // error[declared-mismatch] col 12: the result of g is declared f32[rows, 2*rows] but its value is f32[rows, features]: dim features is not dim 2*rows
  }
}
