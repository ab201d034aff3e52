public class CrossEntropy {
  @Compiled
  static Tensor f(@F32("n, k") Tensor logits, @I64("n") Tensor labels) {
    return grad(mean(crossEntropy(logits, labels)), logits);
  }
}
