import org.croton.annotation.*;

class LengthOfData {
  @Compiled
  static double f(@Dims("n") double[] x) {
    double[] y = new double[(int) x[0]]; // error[dim-undetermined] col 18: the length of an array must be a formula of sizes and int parameters; this number is known only while the method runs
    return y[0];
  }
}
