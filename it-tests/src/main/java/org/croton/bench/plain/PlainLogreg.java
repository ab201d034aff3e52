package org.croton.bench.plain;

import java.util.Arrays;
import org.croton.bench.Generator;
import org.croton.bench.LogregInputs;
import org.croton.bench.Training;

/** Logistic regression in {@code float}: the cost in its stable form, the gradient by hand. */
public final class PlainLogreg implements Training {
  private static final float DECAY = (float) LogregInputs.DECAY;
  private static final float RATE = (float) LogregInputs.RATE;

  private final float[][] x =
      Generator.rows(Vectors.rounded(LogregInputs.x()), LogregInputs.FEATURES);
  private final int[] y = LogregInputs.y();
  private final float[] w = Vectors.rounded(LogregInputs.w());
  private final float[] gradient = new float[w.length];
  private float b;

  @Override
  public double step() {
    double cost = 0;
    float biasGradient = 0;
    Arrays.fill(gradient, 0);
    for (int i = 0; i < x.length; i++) {
      float z = Vectors.dot(x[i], w) + b;
      float e = (float) Math.exp(-Math.abs(z));
      cost += Math.log1p(e) + Math.max(z, 0) - y[i] * z;
      float delta = ((z >= 0 ? 1 : e) / (1 + e) - y[i]) / x.length;
      Vectors.add(gradient, delta, x[i]);
      biasGradient += delta;
    }
    cost = cost / x.length + LogregInputs.DECAY * Vectors.dot(w, w);
    for (int j = 0; j < w.length; j++) {
      w[j] -= RATE * (gradient[j] + 2 * DECAY * w[j]);
    }
    b -= RATE * biasGradient;
    return cost;
  }

  @Override
  public double parameterSum() {
    return Math.abs(b) + Vectors.absoluteSum(w);
  }
}
