public class Rows {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x, @I64("k") Tensor at) {
    return grad(sum(square(x.gather(at))), x);
  }
}
