import org.croton.annotation.*;

class PrivateClass {
  private static class Hidden {
    @Compiled
    static double f(double x) { // error[private-class] col 19: Hidden is private: nothing can extend or call it
      return x;
    }
  }
}
