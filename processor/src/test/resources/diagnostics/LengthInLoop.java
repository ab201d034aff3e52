import org.croton.annotation.*;

class LengthInLoop {
  @Compiled
  static double f(int n) {
    double s = 0;
    for (int i = 1; i < n; i++) {
      double[] y = new double[i]; // error[dim-undetermined] col 20: the length of an array must be a formula of sizes and int parameters; this number is known only while the method runs
      s += y.length;
    }
    return s;
  }
}
