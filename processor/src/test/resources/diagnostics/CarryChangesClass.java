import org.croton.annotation.*;

class CarryChangesClass {
  interface Shape {}

  record Circle(double r) implements Shape {}

  record Square(double a) implements Shape {}

  @Compiled
  static double f(double x, int k) {
    Shape s = new Circle(x);
    for (int i = 0; i < k; i++) { // error[unsupported-loop] col 5: s is CarryChangesClass.Circle before the loop and CarryChangesClass.Square after a round: a run-time loop carries numbers, tensors, arrays of numbers and records of these, and no references to other objects
      s = new Square(x);
    }
    return s instanceof Circle ? 1 : 2;
  }
}
