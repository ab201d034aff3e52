public class Softmax {
  @Compiled
  static Tensor f(@F64("n, k") Tensor x) {
    Tensor e = exp(x);
    return e.div(e.sum(keep(1)));
  }
}
