import java.util.*;
import org.croton.annotation.*;

class ListGrows {
  @Compiled
  static double f(double x, int k) {
    List<Double> path = new ArrayList<>();
    for (int i = 0; i < k; i++) { // error[unsupported-loop] col 5: a list has 0 elements before the loop and one element after a round: lists do not grow in a run-time loop; write into an array
      path.add(x * i);
    }
    return path.get(0);
  }
}
