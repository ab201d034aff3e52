import org.croton.annotation.*;

class StringParameter {
  @Compiled
  static double f(@Dims("n") double[] x, String mode) { // error[unsupported-type] col 42: mode is of type String: a compiled method takes tensors, primitives, arrays of primitives and records of these
    switch (mode) {
      case "first":
        return x[0];
      default:
        return x[1];
    }
  }
}
