package org.croton.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Classes with a body of as many statements as asked for, to see how build time grows. */
final class LongBodies {
  static final String NAME = "LongBody";

  private static final String[] NAMES = {"a", "b", "c", "d", "e", "f"};

  private LongBodies() {}

  /** A loop over numbers; with its gradient, if asked for. */
  static String loop(int statements, int trips, boolean gradient) {
    return """
    import org.croton.annotation.*;

    public class LongBody {
      @Compiled %s
      public static double f(double a, double b) {
        double c = 0.1, d = 0.2, e = 0.3, f = 0.4;
        for (int t = 0; t < %d; t++) {
          %s
        }
        return a + b + c + d + e + f;
      }
    }
    """
        .formatted(gradient ? "@Gradient" : "", trips, body(statements, LongBodies::ofNumbers));
  }

  /** Straight code over tensors. */
  static String tensors(int statements) {
    return """
    import static org.croton.Ops.*;

    import org.croton.*;
    import org.croton.annotation.*;

    public class LongBody {
      @Compiled
      public static @F64 Tensor f(@F64("n") Tensor a, @F64("n") Tensor b) {
        Tensor c = a.mul(0.1), d = a.mul(0.2), e = b.mul(0.3), f = b.mul(0.4);
        %s
        return sum(a.add(b).add(c).add(d).add(e).add(f));
      }
    }
    """
        .formatted(body(statements, LongBodies::ofTensors));
  }

  private interface Line {
    String of(int kind, String x, String y, String z, double factor);
  }

  private static String body(int statements, Line line) {
    return IntStream.range(0, statements)
        .mapToObj(
            i ->
                line.of(i % 4, NAMES[i % 6], NAMES[(i + 1) % 6], NAMES[(i + 2) % 6], i % 17 / 17.0))
        .collect(Collectors.joining("\n      "));
  }

  private static String ofNumbers(int kind, String x, String y, String z, double factor) {
    switch (kind) {
      case 0:
        return x + " = " + x + " + 0.01 * " + y + " * " + z + ";";
      case 1:
        return x + " = " + x + " * " + y + " - " + z + " * " + factor + ";";
      case 2:
        return x + " = Math.sin(" + y + ") - " + x + " * 0.5;";
      default:
        return x + " = (" + x + " + " + y + ") / (1 + " + z + " * " + z + ");";
    }
  }

  private static String ofTensors(int kind, String x, String y, String z, double factor) {
    switch (kind) {
      case 0:
        return x + " = " + x + ".add(" + y + ".mul(" + z + ").mul(0.01));";
      case 1:
        return x + " = " + x + ".mul(" + y + ").sub(" + z + ".mul(" + factor + "));";
      case 2:
        return x + " = sin(" + y + ").sub(" + x + ".mul(0.5));";
      default:
        return x + " = " + x + ".add(" + y + ").div(" + z + ".mul(" + z + ").add(1));";
    }
  }
}
