import org.croton.annotation.*;

class CallerArrayEach {
  @Compiled
  static double f(@Dims("n, m") double[][] x) {
    for (double[] row : x) {
      row[0] = 0; // error[caller-array] col 10: x belongs to the caller and cannot be written
    }
    return x[0][0];
  }
}
