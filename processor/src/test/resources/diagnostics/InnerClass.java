import org.croton.annotation.*;

class InnerClass {
  class Inner {
    @Compiled
    double f(double x) { // error[inner-class] col 12: Inner is an inner class: its methods cannot be compiled
      return x;
    }
  }
}
