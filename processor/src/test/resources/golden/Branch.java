public class Branch {
  @Compiled
  static double f(double r, double width) {
    return abs(r) <= width ? 0.5 * r * r : width * (abs(r) - 0.5 * width);
  }
}
