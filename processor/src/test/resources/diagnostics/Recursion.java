import org.croton.annotation.*;

class Recursion {
  static double power(double x, int n) {
    return n == 0 ? 1 : x * power(x, n - 1); // error[recursion] col 34: power calls itself without an end that the build can see
  }

  @Compiled
  static double f(double x, int n) {
    return power(x, 5) + power(x, n);
  }
}
