import org.croton.*;
import org.croton.annotation.*;

class MisplacedAnnotation {
  @Compiled
  static double f(
      @F64("n") double x, // error[misplaced-annotation] col 7: x is one F64 number in Java, not @F64("n")
      @F32 @F64 Tensor y, // error[misplaced-annotation] col 12: y has two element types: @F32 and @F64
      @Dims("n") Tensor z, // error[misplaced-annotation] col 7: @Dims gives no element type: z is a Tensor and needs one such as @F32("n")
      @Dims("n") double[][] m) { // error[misplaced-annotation] col 7: m is a double[][], not @Dims("n") of rank 1
    return x;
  }
}
