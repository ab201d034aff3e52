import org.croton.annotation.*;

class RowCarried {
  @Compiled
  static double f(@Dims("n, n") double[][] x, int k) {
    double[][] m = new double[k][k];
    double[] row = m[0];
    for (int i = 1; i < k; i++) { // error[unsupported-loop] col 5: row is another row after each round, of an array that can be written: what a name means must be known to the build; a clone() of the row is an array of its own
      row = m[i];
      row[0] = i;
    }
    return row[0];
  }
}
