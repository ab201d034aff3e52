import org.croton.annotation.*;

class ArrayInRecordShared {
  record Best(double[] at, double cost) {}

  @Compiled
  static double f(@Dims("n") double[] x, int k) {
    double[] now = x.clone();
    Best best = new Best(x.clone(), 0);
    for (int t = 0; t < k; t++) { // error[unsupported-loop] col 5: best is another array after each round, and now may mean the same one: which array a name means must be known to the build; a clone() is an array of its own
      now[0] *= 0.5;
      best = new Best(now, t);
    }
    return best.at()[0];
  }
}
