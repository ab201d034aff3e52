package org.croton.examples;

import static org.croton.Ops.*;

import org.croton.*;
import org.croton.annotation.*;

/**
 * A network with one hidden layer of tanh units that tells classes apart by softmax, trained by
 * gradient descent with momentum: each parameter has a velocity, which is state like itself.
 */
public class Mlp {
  private static final double MOMENTUM = 0.9;

  @F32("features, hidden")
  Tensor w1;

  @F32("hidden")
  Tensor b1;

  @F32("hidden, classes")
  Tensor w2;

  @F32("classes")
  Tensor b2;

  @F32("features, hidden")
  private Tensor w1Velocity;

  @F32("hidden")
  private Tensor b1Velocity;

  @F32("hidden, classes")
  private Tensor w2Velocity;

  @F32("classes")
  private Tensor b2Velocity;

  /** Small random weights; the same seed gives the same ones. */
  public Mlp(int features, int hidden, int classes, long seed) {
    double first = Math.sqrt(6.0 / (features + hidden));
    double second = Math.sqrt(6.0 / (hidden + classes));
    w1 = Tensor.random(DType.F32, Distribution.uniform(-first, first), seed, features, hidden);
    b1 = Tensor.zeros(DType.F32, hidden);
    w2 = Tensor.random(DType.F32, Distribution.uniform(-second, second), seed + 1, hidden, classes);
    b2 = Tensor.zeros(DType.F32, classes);
    w1Velocity = Tensor.zeros(DType.F32, features, hidden);
    b1Velocity = Tensor.zeros(DType.F32, hidden);
    w2Velocity = Tensor.zeros(DType.F32, hidden, classes);
    b2Velocity = Tensor.zeros(DType.F32, classes);
  }

  /** The scores of the classes before softmax, a row for each row of {@code x}. */
  @Compiled
  public @F32("rows, classes") Tensor logits(@F32("rows, features") Tensor x) {
    return tanh(x.dot(w1).add(b1)).dot(w2).add(b2);
  }

  /** The most likely class of each row. */
  @Compiled
  public @I64("rows") Tensor classify(@F32("rows, features") Tensor x) {
    return logits(x).argmax(1);
  }

  /** One step on a mini-batch; gives its mean cross-entropy before the step. */
  @Compiled
  public float train(@F32("rows, features") Tensor x, @I32("rows") Tensor labels, float rate) {
    Tensor cost = mean(crossEntropy(logits(x), labels));
    Tensor[] g = grad(cost, w1, b1, w2, b2);
    w1Velocity = w1Velocity.mul(MOMENTUM).sub(g[0].mul(rate));
    b1Velocity = b1Velocity.mul(MOMENTUM).sub(g[1].mul(rate));
    w2Velocity = w2Velocity.mul(MOMENTUM).sub(g[2].mul(rate));
    b2Velocity = b2Velocity.mul(MOMENTUM).sub(g[3].mul(rate));
    w1 = w1.add(w1Velocity);
    b1 = b1.add(b1Velocity);
    w2 = w2.add(w2Velocity);
    b2 = b2.add(b2Velocity);
    return (float) cost.item();
  }
}
