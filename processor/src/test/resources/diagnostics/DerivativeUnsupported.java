import org.croton.annotation.*;

class DerivativeUnsupported {
  @Compiled
  @Hessian // error[derivative-unsupported] col 3: @Hessian is not supported yet
  static double f(double x) {
    return x * x;
  }
}
