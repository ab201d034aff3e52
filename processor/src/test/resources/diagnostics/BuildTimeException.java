import org.croton.annotation.*;

class BuildTimeException {
  static final int ZERO = 0;

  @Compiled
  static double f(double x) {
    double[] a = {1, 2, 3};
    double y = a[3]; // error[build-time-exception] col 17: this always throws: index 3 is out of range for length 3
    int z = 1 / ZERO; // error[build-time-exception] col 15: this always throws: / by zero
    if (ZERO == 0) {
      throw new IllegalStateException("no"); // error[build-time-exception] col 7: this always throws: new IllegalStateException("no")
    }
    return x;
  }
}
