import org.croton.*;
import org.croton.annotation.*;

class UnsupportedExpression {
  interface F {
    double of(double x);
  }

  @Compiled
  static Tensor f(@F32("n") Tensor x) {
    F g = new F() { // error[unsupported-expression] col 11: an anonymous class is not possible in a compiled method
      @Override public double of(double v) { return v; }
    };
    Tensor y = x.add(1 - x.get(0)); // error[unsupported-expression] col 24: this operator on int, Tensor is not possible: tensors have methods such as sub(...), and map(...) computes with operators
    return y;
  }
}
