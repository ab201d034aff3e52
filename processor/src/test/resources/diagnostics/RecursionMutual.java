import org.croton.annotation.*;

class RecursionMutual {
  static boolean even(int n) {
    return n == 0 || odd(n - 1);
  }

  static boolean odd(int n) {
    return n != 0 && even(n - 1); // error[recursion] col 26: even calls itself without an end that the build can see
  }

  @Compiled
  static boolean f(int n) {
    return even(n);
  }
}
