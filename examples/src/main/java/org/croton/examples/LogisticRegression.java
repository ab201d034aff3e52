package org.croton.examples;

import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

/**
 * Two classes told apart by a weighted sum of features. The cross-entropy is left as a textbook
 * writes it, logarithms of probabilities and all: the build finds the form that cannot overflow.
 */
public class LogisticRegression {
  @F32("features")
  Tensor w;

  @F32 Tensor b;

  /** Weights of zero for rows of {@code features} numbers. */
  public LogisticRegression(int features) {
    w = Tensor.zeros(DType.F32, features);
    b = Tensor.scalar(0f);
  }

  /** The probability of class 1, for each row of {@code x}. */
  @Compiled
  public @F32("rows") Tensor probability(@F32("rows, features") Tensor x) {
    return sigmoid(x.dot(w).add(b));
  }

  /** Which rows were taken for class 1, and the cross-entropy of each. */
  public record Step(Tensor prediction, Tensor loss) {}

  /** One step of gradient descent on the rows of {@code x}, whose classes {@code y} are 0 or 1. */
  @Compiled
  public Step train(@F32("rows, features") Tensor x, @F32("rows") Tensor y) {
    Tensor p = map(x.dot(w).add(b), z -> 1 / (1 + exp(-z)));
    Tensor xent = map(y, p, (t, q) -> -t * log(q) - (1 - t) * log(1 - q));
    Tensor cost = mean(xent).add(sum(square(w)).mul(0.01));
    Tensor[] g = grad(cost, w, b);
    w = w.sub(g[0].mul(0.1));
    b = b.sub(g[1].mul(0.1));
    return new Step(p.gt(0.5), xent);
  }
}
