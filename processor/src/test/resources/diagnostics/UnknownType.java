import org.croton.*;
import org.croton.annotation.*;

class UnknownType {
  record Layer(double w) {}

  @Compiled
  static double f(double x) {
    Layr layer = new Layer(x); // error[unknown-type] col 5: no class is named Layr; did you mean Layer?
    return layer.w();
  }
}
