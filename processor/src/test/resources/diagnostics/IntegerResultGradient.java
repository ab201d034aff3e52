import org.croton.annotation.*;

class IntegerResultGradient {
  @Compiled
  @Gradient // error[not-a-scalar] col 3: the result of halvings is of type int, but only a floating scalar has a gradient
  static int halvings(double x) {
    int n = 0;
    double y = x;
    while (y > 1) {
      y /= 2;
      n++;
    }
    return n;
  }
}
