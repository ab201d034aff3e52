import org.croton.annotation.*;

class DimUndetermined {
  @Compiled
  static double f(double[] x) {
    double[] y = new double[(int) x[0]]; // error[dim-undetermined] col 18: the length of an array must be a formula of sizes and int parameters; this number is known only while the method runs
    return x[1];
  }
}
