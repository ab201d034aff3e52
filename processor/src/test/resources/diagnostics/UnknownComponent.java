import org.croton.annotation.*;

class UnknownComponent {
  record Loss(double cost, double penalty) {}

  @Compiled
  @Gradient(of = "costs") // error[unknown-component] col 3: the result UnknownComponent.Loss has no component costs; did you mean cost?
  static Loss f(double x) {
    return new Loss(x, x * x);
  }
}
