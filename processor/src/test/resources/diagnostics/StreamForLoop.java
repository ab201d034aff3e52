import static org.croton.Ops.*;

import java.util.stream.*;
import org.croton.annotation.*;

class StreamForLoop {
  @Compiled
  static double f(int n) {
    return IntStream.range(0, n).mapToDouble(i -> i).sum(); // error[unsupported-call] col 27: streams cannot be compiled: write a loop
  }
}
