import org.croton.annotation.*;

class NameClash {
  static double fGradient(double x) {
    return 1;
  }

  @Compiled
  @Gradient
  static double f(double x) { // error[name-clash] col 17: the method fGradient would be generated twice
    return x;
  }
}
