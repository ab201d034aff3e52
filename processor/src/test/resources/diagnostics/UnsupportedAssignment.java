import org.croton.annotation.*;

class UnsupportedAssignment {
  @Compiled
  static double f(@Dims("n") double[] row, int n) {
    double[][] m = new double[n][n];
    m[0] = row; // error[unsupported-assignment] col 6: two names would mean one row, and which array a name means must be known to the build: assign a clone() of the row, or copy the elements
    return m[0][0];
  }
}
