import org.croton.annotation.*;

class ArraySharedAfterRound {
  @Compiled
  static double f(@Dims("n") double[] x, int k) {
    double[] now = x.clone();
    double[] next = x.clone();
    for (int t = 0; t < k; t++) { // error[unsupported-loop] col 5: now is another array after each round, and next may mean the same one: which array a name means must be known to the build; a clone() is an array of its own
      for (int i = 1; i < x.length; i++) {
        next[i] = now[i - 1];
      }
      now = next;
    }
    return now[0];
  }
}
