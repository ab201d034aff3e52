import org.croton.annotation.*;

class UnknownParameter {
  @Compiled
  @Gradient(wrt = "wieght") // error[unknown-parameter] col 3: f has no parameter or field wieght; did you mean weight?
  static double f(double weight) {
    return weight * 2;
  }
}
