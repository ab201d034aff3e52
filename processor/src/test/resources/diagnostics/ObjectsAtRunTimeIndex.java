import org.croton.annotation.*;

class ObjectsAtRunTimeIndex {
  record Particle(double x, double v) {}

  @Compiled
  static double f(double x, int k) {
    Particle[] all = {new Particle(x, 1), new Particle(2, x)};
    double s = 0;
    for (int i = 0; i < k; i++) {
      s += all[i % 2].x(); // error[unsupported-expression] col 18: an array of objects at an index that only the run knows is not possible in a compiled method, unless all are tensors of one element type and one shape
    }
    return s;
  }
}
