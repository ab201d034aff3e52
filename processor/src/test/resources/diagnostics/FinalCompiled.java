import org.croton.annotation.*;

class FinalCompiled {
  @Compiled
  final double f(double x) { // error[final-compiled] col 16: f is final: nothing can override it
    return x;
  }
}
