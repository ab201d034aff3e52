import org.croton.annotation.*;

record ClosedClass(double k) {
  @Compiled
  double f(double x) { // error[closed-class] col 10: f is an instance method of ClosedClass, which cannot be extended
    return x * k;
  }
}
