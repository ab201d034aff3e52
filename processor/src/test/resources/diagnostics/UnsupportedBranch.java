import org.croton.*;
import org.croton.annotation.*;

class UnsupportedBranch {
  @Compiled
  static Tensor f(@F64("n") Tensor x, boolean first) {
    return first ? x : x.sum(); // error[unsupported-branch] col 18: the data decides between a tensor f64[n] and a tensor f64: both must have one type
  }

  @Compiled
  static double[] g(@Dims("n") double[] x, @Dims("m") double[] y, boolean first) {
    double[] z = x;
    if (first) { // error[unsupported-branch] col 8: the data decides between an array f64[m] and an array f64[n]: both must have one type
      z = y;
    }
    return z;
  }
}
