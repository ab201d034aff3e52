package org.croton.bench.kernels;

import static org.croton.Ops.exp;
import static org.croton.Ops.grad;
import static org.croton.Ops.log;
import static org.croton.Ops.map;
import static org.croton.Ops.mean;
import static org.croton.Ops.square;
import static org.croton.Ops.sum;

import org.croton.DType;
import org.croton.Tensor;
import org.croton.annotation.Compiled;
import org.croton.annotation.F64;

/** Logistic regression in {@code F64} from the naive text; the compiler makes it stable. */
public class LogregF64 {
  @F64("features")
  Tensor w;

  @F64 Tensor b;

  LogregF64(Tensor w) {
    this.w = w;
    this.b = Tensor.zeros(DType.F64);
  }

  /** Takes a step down the gradient and returns the cost before it. */
  @Compiled
  public @F64 Tensor step(@F64("rows, features") Tensor x, @F64("rows") Tensor y) {
    Tensor p = map(x.dot(w).add(b), z -> 1 / (1 + exp(-z)));
    Tensor xent = map(y, p, (t, q) -> -t * log(q) - (1 - t) * log(1 - q));
    Tensor cost = mean(xent).add(sum(square(w)).mul(0.01));
    Tensor[] g = grad(cost, w, b);
    w = w.sub(g[0].mul(0.1));
    b = b.sub(g[1].mul(0.1));
    return cost;
  }
}
