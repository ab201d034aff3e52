package org.croton.bench.kernels;

import static org.croton.Ops.crossEntropy;
import static org.croton.Ops.grad;
import static org.croton.Ops.mean;
import static org.croton.Ops.tanh;

import org.croton.DType;
import org.croton.Tensor;
import org.croton.annotation.Compiled;
import org.croton.annotation.F64;
import org.croton.annotation.I32;

/** A network of one hidden layer in {@code F64}: tanh, softmax cross-entropy, gradient descent. */
public class MlpF64 {
  @F64("in, hidden")
  Tensor w1;

  @F64("hidden")
  Tensor b1;

  @F64("hidden, out")
  Tensor w2;

  @F64("out")
  Tensor b2;

  MlpF64(Tensor w1, Tensor w2) {
    this.w1 = w1;
    this.w2 = w2;
    b1 = Tensor.zeros(DType.F64, w1.dim(1));
    b2 = Tensor.zeros(DType.F64, w2.dim(1));
  }

  /** Takes a step down the gradient and returns the cost before it. */
  @Compiled
  public @F64 Tensor step(@F64("batch, in") Tensor x, @I32("batch") Tensor y) {
    Tensor hidden = tanh(x.dot(w1).add(b1));
    Tensor cost = mean(crossEntropy(hidden.dot(w2).add(b2), y));
    Tensor[] g = grad(cost, w1, b1, w2, b2);
    w1 = w1.sub(g[0].mul(0.01));
    b1 = b1.sub(g[1].mul(0.01));
    w2 = w2.sub(g[2].mul(0.01));
    b2 = b2.sub(g[3].mul(0.01));
    return cost;
  }
}
