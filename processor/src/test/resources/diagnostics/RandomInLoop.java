import org.croton.annotation.*;

class RandomInLoop {
  @Compiled
  static double f(int n) {
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += Math.random(); // error[unsupported-call] col 23: Math.random is not available in a compiled method: hand the random numbers in
    }
    return s;
  }
}
