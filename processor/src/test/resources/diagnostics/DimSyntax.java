import org.croton.*;
import org.croton.annotation.*;

class DimSyntax {
  @Compiled
  static Tensor f(@F64("rows, 2*") Tensor x) { // error[dim-syntax] col 19: "rows, 2*": at the end, expected a name or a size
    return x;
  }

  @Compiled(where = "rows ! 5") // error[dim-syntax] col 3: "rows ! 5": at character 6, expected one of = <= >= < >
  static Tensor g(@F64("rows") Tensor x) {
    return x;
  }
}
