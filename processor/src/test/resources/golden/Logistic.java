public class Logistic {
  @Compiled
  static Tensor[] f(@F32("n, m") Tensor x, @F32("n") Tensor y, @F32("m") Tensor w) {
    Tensor p = map(x.dot(w), z -> 1 / (1 + exp(-z)));
    Tensor cost = mean(map(y, p, (t, q) -> -t * log(q) - (1 - t) * log(1 - q)));
    return new Tensor[] {cost, grad(cost, w)};
  }
}
