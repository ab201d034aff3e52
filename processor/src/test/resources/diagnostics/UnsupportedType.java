import java.util.List;
import org.croton.*;
import org.croton.annotation.*;

class UnsupportedType {
  @Compiled
  static double f(List<Double> xs, String name) { // error[unsupported-type] col 23: xs is of type List: a compiled method takes tensors, primitives, arrays of primitives and records of these // error[unsupported-type] col 36: name is of type String: a compiled method takes tensors, primitives, arrays of primitives and records of these
    return xs.size();
  }
}
