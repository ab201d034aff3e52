import org.croton.annotation.*;

class ArraySharedBeforeLoop {
  @Compiled
  static double f(@Dims("n") double[] x, int k) {
    double[] a = x.clone();
    double[] watch = a;
    for (int t = 0; t < k; t++) { // error[unsupported-loop] col 5: a is another array after each round, and watch may mean the same one: which array a name means must be known to the build; a clone() is an array of its own
      a[0] += 1;
      a = a.clone();
    }
    return watch[0];
  }
}
