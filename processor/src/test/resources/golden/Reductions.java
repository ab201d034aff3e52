public class Reductions {
  @Compiled
  static Tensor[] f(@F32("n, m") Tensor x) {
    return new Tensor[] {x.sum(0), x.max(1), x.mean(), x.argmax(0)};
  }
}
