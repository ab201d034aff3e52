package com.example.plain;

import static org.croton.Ops.map;
import static org.croton.Ops.sum;

import org.croton.CrotonException;
import org.croton.Tensor;

/** A user's class with a generated sibling, run as plain Java. */
public class Model {
  Tensor cost(Tensor x) {
    return sum(map(x, a -> a * a));
  }

  /** A user's class without one. */
  static final class Other {
    private Other() {}

    static Tensor twice(Tensor x) {
      return x.add(x);
    }
  }

  /** Prints what happens. */
  public static void main(String[] args) {
    print(() -> new Model().cost(Tensor.of(1.0, 2)));
    print(() -> Other.twice(Tensor.of(1.0)));
  }

  private interface Action {
    Object run();
  }

  private static void print(Action action) {
    try {
      System.out.println(action.run());
    } catch (CrotonException e) {
      System.out.println(e.getMessage());
    }
  }
}
