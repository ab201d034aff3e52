package org.croton.processor.plain;

import static org.croton.Ops.exp;
import static org.croton.Ops.grad;
import static org.croton.Ops.log;
import static org.croton.Ops.map;
import static org.croton.Ops.mean;
import static org.croton.Ops.sigmoid;
import static org.croton.Ops.square;
import static org.croton.Ops.sum;

import org.croton.DType;
import org.croton.Tensor;

/** The model of the README, run as plain Java. */
class LogisticRegression {
  Tensor w;
  Tensor b;

  LogisticRegression(int features) {
    w = Tensor.zeros(DType.F32, features);
    b = Tensor.scalar(0f);
  }

  Tensor probability(Tensor x) {
    return sigmoid(x.dot(w).add(b));
  }

  record Step(Tensor prediction, Tensor loss) {}

  Step train(Tensor x, Tensor y) {
    Tensor p = map(x.dot(w).add(b), z -> 1 / (1 + exp(-z)));
    Tensor xent = map(y, p, (t, q) -> -t * log(q) - (1 - t) * log(1 - q));
    Tensor cost = mean(xent).add(sum(square(w)).mul(0.01));
    Tensor[] g = grad(cost, w, b);
    w = w.sub(g[0].mul(0.1));
    b = b.sub(g[1].mul(0.1));
    return new Step(p.gt(0.5), xent);
  }
}
