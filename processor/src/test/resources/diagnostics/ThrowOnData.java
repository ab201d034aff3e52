import org.croton.annotation.*;

class ThrowOnData {
  @Compiled
  static double f(@Dims("n") double[] x) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0) {
        throw new IllegalArgumentException("negative"); // error[unsupported-statement] col 9: a compiled method throws nothing that the data decides: check before the call, or return what tells the caller
      }
      s += Math.sqrt(x[i]);
    }
    return s;
  }
}
