import org.croton.annotation.*;

class ClassInMethod {
  @Compiled
  static double f(int n) {
    record Acc(double total) {} // error[unsupported-statement] col 5: a class in a method is not possible in a compiled method: declare it beside the method, static
    Acc acc = new Acc(0);
    for (int i = 0; i < n; i++) {
      acc = new Acc(acc.total() + i);
    }
    return acc.total();
  }
}
