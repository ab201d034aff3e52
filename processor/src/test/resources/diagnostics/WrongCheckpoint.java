import org.croton.*;
import org.croton.annotation.*;

class WrongCheckpoint {
  @Compiled
  @Checkpoint(every = 0) // error[wrong-checkpoint] col 23: every is at least 1, not 0
  static double often(double x, int steps) {
    double y = x;
    for (int t = 0; t < steps; t++) {
      y = y * y;
    }
    return y;
  }

  @Compiled
  @Checkpoint // error[wrong-checkpoint] col 3: @Checkpoint needs either every or memory
  static double neither(double x, int steps) {
    double y = x;
    for (int t = 0; t < steps; t++) {
      y = y * y;
    }
    return y;
  }

  @Compiled
  @Checkpoint(every = 2, memory = "1MB") // error[wrong-checkpoint] col 3: @Checkpoint needs either every or memory
  static double both(double x, int steps) {
    double y = x;
    for (int t = 0; t < steps; t++) {
      y = y * y;
    }
    return y;
  }

  @Compiled
  @Checkpoint(memory = "64 cats") // error[wrong-checkpoint] col 24: memory is a size such as 64MB, not "64 cats"
  static double unit(double x, int steps) {
    double y = x;
    for (int t = 0; t < steps; t++) {
      y = y * y;
    }
    return y;
  }

  @Compiled
  @Checkpoint(memory = "1KB")
  static double unknown(double x) {
    double y = x;
    while (y < 100) { // error[wrong-checkpoint] col 11: memory needs a loop whose number of rounds is known when it starts; every = ... does not
      y = y * y;
    }
    return y;
  }

  @Compiled
  @Checkpoint(every = 8) // error[wrong-checkpoint] col 3: there is no run-time loop that @Checkpoint could be about
  static double none(double x) {
    return x * x;
  }

  @Checkpoint(every = 8) // error[not-compiled] col 3: @Checkpoint stands on lonely, which is not @Compiled
  static double lonely(double x) {
    return x * x;
  }
}
