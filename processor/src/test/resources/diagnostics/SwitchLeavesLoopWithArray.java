import org.croton.annotation.*;

class SwitchLeavesLoopWithArray {
  @Compiled
  static double[] f(@Dims("n") double[] x, @Dims("m") double[] y, int k) {
    for (int i = 0; i < k; i++) {
      switch (i % 3) { // error[unsupported-branch] col 14: the data decides between an array f64[n] and an array f64[m]: both must have one type
        case 0:
          continue;
        case 1:
          return x;
        default:
          return y;
      }
    }
    return x;
  }
}
