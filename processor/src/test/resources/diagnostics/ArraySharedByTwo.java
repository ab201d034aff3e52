import org.croton.annotation.*;

class ArraySharedByTwo {
  @Compiled
  static double f(@Dims("n") double[] x, int k) {
    double[] a = x.clone();
    double[] b = x.clone();
    for (int t = 0; t < k; t++) { // error[unsupported-loop] col 5: a is another array after each round, and b may mean the same one: which array a name means must be known to the build; a clone() is an array of its own
      double[] c = a.clone();
      c[0] += t;
      a = c;
      b = c;
    }
    return a[0] + b[0];
  }
}
