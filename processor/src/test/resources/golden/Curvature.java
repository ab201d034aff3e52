public class Curvature {
  @Compiled
  static Tensor f(@F64("n") Tensor x, @F64("n") Tensor v) {
    return hvp(sum(exp(x).mul(x)), x, v);
  }
}
