public class Affine {
  @Compiled
  static @F32("n, k") Tensor f(@F32("n, m") Tensor x, @F32("m, k") Tensor w, @F32("k") Tensor b) {
    return tanh(x.matmul(w).add(b));
  }
}
