import org.croton.annotation.*;

class NotCompiled {
  @Gradient // error[not-compiled] col 3: @Gradient stands on f, which is not @Compiled
  static double f(double x) {
    return x * x;
  }
}
