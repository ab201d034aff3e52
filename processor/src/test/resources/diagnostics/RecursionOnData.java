import org.croton.annotation.*;

class RecursionOnData {
  @Compiled
  static double factorial(int n) {
    return n <= 1 ? 1 : n * factorial(n - 1); // error[recursion] col 38: factorial calls itself without an end that the build can see
  }
}
