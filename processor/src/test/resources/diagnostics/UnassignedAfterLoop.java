import org.croton.annotation.*;

class UnassignedAfterLoop {
  @Compiled
  static double f(int k) {
    double y;
    for (int i = 0; i < k; i++) {
      y = i;
    }
    return y; // error[unassigned] col 12: y has no value yet
  }
}
