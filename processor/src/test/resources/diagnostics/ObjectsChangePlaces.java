import org.croton.annotation.*;

class ObjectsChangePlaces {
  static class Body {
    double x;

    Body(double x) {
      this.x = x;
    }
  }

  @Compiled
  static double f(double x, int k) {
    Body a = new Body(x);
    Body b = new Body(2 * x);
    for (int i = 0; i < k; i++) { // error[unsupported-loop] col 5: a means another ObjectsChangePlaces.Body after each round: a run-time loop carries numbers, tensors, arrays of numbers and records of these, and no references to other objects
      Body swap = a;
      a = b;
      b = swap;
    }
    return a.x;
  }
}
