import org.croton.annotation.*;

class PrivateCompiled {
  @Compiled
  private static double f(double x) { // error[private-compiled] col 25: f is private: nothing can override it
    return x;
  }
}
