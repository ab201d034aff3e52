import org.croton.annotation.*;

class RowsOfClone {
  @Compiled
  static double f(@Dims("n, m") double[][] x) {
    double[][] a = x.clone();
    a[0][0] = 3; // error[caller-array] col 9: x belongs to the caller and cannot be written
    return x[0][0];
  }
}
