import org.croton.annotation.*;

class IncompatibleTypes {
  @Compiled
  static int f(double x) {
    int y = x; // error[incompatible-types] col 13: found double, but int is expected
    return y;
  }
}
