import org.croton.annotation.*;

class UnusedParameter {
  @Compiled
  static double f(double x, double unused) { // warning[unused-parameter] col 36: unused does not influence what the method does
    return x;
  }
}
