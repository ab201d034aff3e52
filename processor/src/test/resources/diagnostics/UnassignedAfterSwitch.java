import org.croton.annotation.*;

class UnassignedAfterSwitch {
  @Compiled
  static double f(int k) {
    double y;
    switch (k) {
      case 0:
        y = 1;
        break;
      case 1:
        y = 2;
    }
    return y; // error[unassigned] col 12: y has no value yet
  }
}
