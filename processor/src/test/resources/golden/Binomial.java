public class Binomial {
  @Compiled
  static Tensor f(@F64("n") Tensor a, @F64("n") Tensor b) {
    return square(a).add(square(b)).add(a.mul(b).mul(2));
  }
}
