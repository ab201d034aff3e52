package org.croton.bench.kernels;

import static org.croton.bench.LorenzInputs.BETA;
import static org.croton.bench.LorenzInputs.LONG;
import static org.croton.bench.LorenzInputs.PATHS;
import static org.croton.bench.LorenzInputs.RHO;
import static org.croton.bench.LorenzInputs.SHORT;
import static org.croton.bench.LorenzInputs.SIGMA;
import static org.croton.bench.LorenzInputs.STEP;

import java.util.function.DoubleSupplier;
import org.croton.DType;
import org.croton.Tensor;
import org.croton.bench.LorenzInputs;
import org.croton.bench.Subject;

/** The compiled paths of the Lorenz system. */
public final class CompiledPaths {
  private CompiledPaths() {}

  /** One long path, all of it kept; its checksum is that of the place where it ends. */
  public static Subject path() {
    Tensor path = Tensor.zeros(DType.F64, LONG, 3);
    return new Work(
        () -> CompiledLorenzPaths.path(SIGMA, RHO, BETA, 1, 1, 1, LONG, STEP, path),
        () -> {
          double[] all = path.toDoubles();
          return all[all.length - 3] + all[all.length - 2] + all[all.length - 1];
        });
  }

  /** The ends of many short paths. */
  public static Subject ends() {
    Tensor starts = Tensor.of(LorenzInputs.starts());
    Tensor ends = Tensor.zeros(DType.F64, PATHS, 3);
    return new Work(
        () -> CompiledLorenzPaths.ends(SIGMA, RHO, BETA, starts, SHORT, STEP, ends),
        () -> {
          double sum = 0;
          for (double each : ends.toDoubles()) {
            sum += each;
          }
          return sum;
        });
  }

  /** The height at the end of the long path. */
  public static Subject height() {
    double[] height = new double[1];
    return new Work(
        () -> height[0] = CompiledLorenzPaths.height(SIGMA, RHO, BETA, 1, 1, 1, LONG, STEP),
        () -> height[0]);
  }

  /** Its gradient by the parameters and the start; the checksum is that of the height. */
  public static Subject gradient() {
    double[] height = new double[1];
    return new Work(
        () ->
            height[0] =
                CompiledLorenzPaths.heightGradient(SIGMA, RHO, BETA, 1, 1, 1, LONG, STEP).value(),
        () -> height[0]);
  }

  private record Work(Runnable work, DoubleSupplier sum) implements Subject {
    @Override
    public void call() {
      work.run();
    }

    @Override
    public double checksum() {
      return sum.getAsDouble();
    }
  }
}
