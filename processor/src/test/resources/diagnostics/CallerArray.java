import org.croton.annotation.*;

class CallerArray {
  @Compiled
  static double f(@Dims("n") double[] x) {
    x[0] = 1; // error[caller-array] col 6: x belongs to the caller and cannot be written
    return x[1];
  }
}
