import org.croton.annotation.*;

class LoopWithoutEnd {
  @Compiled
  static double f(double x) {
    double y = 0;
    while (true) { // error[unsupported-loop] col 11: nothing ever ends this loop
      y += x;
    }
  }
}
