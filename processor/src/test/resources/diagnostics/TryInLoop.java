import org.croton.annotation.*;

class TryInLoop {
  @Compiled
  static double f(@Dims("n") double[] x) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      try { // error[unsupported-statement] col 7: "try" is not possible in a compiled method
        s += x[i];
      } catch (ArithmeticException e) {
        break;
      }
    }
    return s;
  }
}
