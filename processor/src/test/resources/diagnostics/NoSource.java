import org.croton.annotation.*;

class NoSource {
  @Compiled
  static double f(double x) {
    return x + com.google.common.math.DoubleMath.factorial(4); // error[no-source] col 59: DoubleMath.factorial(int) cannot be compiled into this method: its source is not part of this compilation
  }
}
