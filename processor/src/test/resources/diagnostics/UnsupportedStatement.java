import org.croton.annotation.*;

class UnsupportedStatement {
  @Compiled
  static double f(double x) {
    double y = x;
    try { // error[unsupported-statement] col 5: "try" is not possible in a compiled method
      y = x / 2;
    } finally {
      y += 1;
    }
    return y;
  }
}
