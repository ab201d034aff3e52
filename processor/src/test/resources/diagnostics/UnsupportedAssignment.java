import org.croton.annotation.*;

class UnsupportedAssignment {
  @Compiled
  static double f(@Dims("n") double[] row, int n) {
    double[][] m = new double[n][n];
    m[0] = row; // error[unsupported-assignment] col 6: a whole row cannot be assigned: two arrays would share it; copy the elements
    return m[0][0];
  }
}
