import org.croton.annotation.*;

class Unassigned {
  @Compiled
  static double f(double x) {
    double y;
    return x + y; // error[unassigned] col 16: y has no value yet
  }
}
