public class Transposed {
  @Compiled
  static Tensor f(@F64("n, m") Tensor x, @F64("n, k") Tensor y) {
    return x.transpose().matmul(y).transpose();
  }
}
