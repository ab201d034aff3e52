import org.croton.annotation.*;

class RowsChangePlaces {
  @Compiled
  static double f(@Dims("n, n") double[][] x, int pivot) {
    double[][] m = new double[x.length][x.length];
    double[] swap = m[0];
    m[0] = m[pivot]; // twice // error[unsupported-assignment] col 6: two names would mean one row, and which array a name means must be known to the build: assign a clone() of the row, or copy the elements
    m[pivot] = swap; // error[unsupported-assignment] col 6: two names would mean one row, and which array a name means must be known to the build: assign a clone() of the row, or copy the elements
    return m[0][0];
  }
}
