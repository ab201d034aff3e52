import org.croton.annotation.*;

class AmbiguousCall {
  static double g(double x, Object y) {
    return x;
  }

  static double g(Object x, double y) {
    return y;
  }

  @Compiled
  static double f(double x) {
    return g(x, x); // error[ambiguous-call] col 13: g(double, double) fits more than one method: g(double, Object), g(Object, double)
  }
}
