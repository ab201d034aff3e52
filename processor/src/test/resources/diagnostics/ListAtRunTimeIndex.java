import java.util.*;
import org.croton.annotation.*;

class ListAtRunTimeIndex {
  @Compiled
  static double f(double x, int k) {
    List<Double> list = List.of(x, 2 * x);
    return list.get(k); // error[unsupported-expression] col 20: a list at an index that only the run knows is not possible in a compiled method
  }
}
