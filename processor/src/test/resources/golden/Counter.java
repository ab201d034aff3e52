public class Counter {
  @F64("n") Tensor sum;
  int calls;

  public Counter(int n) {
    sum = Tensor.zeros(DType.F64, n);
  }

  @Compiled
  public void add(@F64("n") Tensor x) {
    sum = sum.add(x);
    calls = calls + 1;
  }
}
