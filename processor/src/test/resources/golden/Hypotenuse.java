public class Hypotenuse {
  @Compiled
  static double f(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }
}
