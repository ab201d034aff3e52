import org.croton.annotation.*;

class RowsOfManyLengths {
  @Compiled
  static double f(int n) {
    double[][] triangle = new double[n][]; // error[unsupported-expression] col 27: an array of rows to come is not possible in a compiled method: give all sizes, as in new double[n][m]
    for (int i = 0; i < n; i++) {
      triangle[i] = new double[i + 1];
    }
    return triangle[0][0];
  }
}
