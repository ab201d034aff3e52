import org.croton.annotation.*;

class RecursionWithoutEnd {
  static int up(int n) {
    return up(n + 1); // error[recursion] col 14: up calls itself without an end that the build can see
  }

  @Compiled
  static int f(@Dims("n") double[] x) {
    return x.length + up(0);
  }
}
