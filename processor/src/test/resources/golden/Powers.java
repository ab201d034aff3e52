public class Powers {
  @Compiled
  static Tensor f(@F64("n") Tensor a) {
    return a.add(a.pow(10));
  }
}
