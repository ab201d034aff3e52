import org.croton.annotation.*;

class LoopTooLong {
  @Compiled
  static double f(double x) {
    int i = 0;
    while (i >= 0) { // error[loop-too-long] col 11: the build gave up after 10000 rounds of this loop
      i = 1 - i;
    }
    return x + i;
  }
}
