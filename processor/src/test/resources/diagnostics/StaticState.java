import org.croton.annotation.*;

class StaticState {
  static double rate = 0.1;

  @Compiled
  static double f(double x) {
    return x * rate; // error[static-state] col 16: rate is static and not final, so it is no state
  }
}
