package org.croton.examples.proof;

import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

/** Methods that the proofs call. */
public class Programs {
  @F64("n")
  Tensor state;

  /** A state of zeros. */
  public Programs(int n) {
    state = Tensor.zeros(DType.F64, n);
  }

  /** The cross-entropy of a textbook, per row of logits. */
  @Compiled
  public static @F32("n") Tensor naive(@F32("n") Tensor z, @F32("n") Tensor y) {
    Tensor p = map(z, v -> 1 / (1 + exp(-v)));
    return map(y, p, (t, q) -> -t * log(q) - (1 - t) * log(1 - q));
  }

  /** The gradient of its sum. */
  @Compiled
  public static @F32("n") Tensor naiveSlope(@F32("n") Tensor z, @F32("n") Tensor y) {
    Tensor p = map(z, v -> 1 / (1 + exp(-v)));
    return grad(sum(map(y, p, (t, q) -> -t * log(q) - (1 - t) * log(1 - q))), z);
  }

  /** The gradient of a small network's cost with respect to its first weights. */
  @Compiled
  public static @F64("i, h") Tensor slope(
      @F64("n, i") Tensor x,
      @F64("i, h") Tensor w,
      @F64("h, k") Tensor v,
      @I32("n") Tensor labels) {
    return grad(mean(crossEntropy(tanh(x.dot(w)).dot(v), labels)), w);
  }

  /** The product of its Hessian with a direction. */
  @Compiled
  public static @F64("i, h") Tensor curvature(
      @F64("n, i") Tensor x,
      @F64("i, h") Tensor w,
      @F64("h, k") Tensor v,
      @I32("n") Tensor labels,
      @F64("i, h") Tensor direction) {
    return hvp(mean(crossEntropy(tanh(x.dot(w)).dot(v), labels)), w, direction);
  }

  /** The gradient of the sum of a gradient. */
  @Compiled
  public static @F64("n") Tensor twice(@F64("n") Tensor x) {
    Tensor g = grad(sum(exp(x).mul(x)), x);
    return grad(sum(g), x);
  }

  /** {@code a + a^10}, for the count of allocated bytes. */
  @Compiled
  public static @F64("n") Tensor power(@F64("n") Tensor a) {
    return a.add(a.pow(10));
  }

  /** Adds the elements that the indices name to the state; an index out of range is an error. */
  @Compiled
  public @F64("n") Tensor add(@F64("m") Tensor x, @I32("n") Tensor at) {
    state = state.add(x.gather(at));
    return state.mul(2);
  }
}
