package org.croton.bench.plain;

import java.util.Arrays;
import org.croton.bench.Generator;
import org.croton.bench.MlpInputs;
import org.croton.bench.Training;

/** The network 784-500-10 in {@code float}, backpropagation by hand. */
public final class PlainMlp implements Training {
  private static final float RATE = (float) MlpInputs.RATE;

  private final float[][] x = Generator.rows(Vectors.rounded(MlpInputs.x()), MlpInputs.IN);
  private final int[] y = MlpInputs.y();
  private final float[][] w1 = Generator.rows(Vectors.rounded(MlpInputs.w1()), MlpInputs.HIDDEN);
  private final float[] b1 = new float[MlpInputs.HIDDEN];
  private final float[][] w2 = Generator.rows(Vectors.rounded(MlpInputs.w2()), MlpInputs.OUT);
  private final float[] b2 = new float[MlpInputs.OUT];

  private final float[][] hidden = new float[MlpInputs.BATCH][MlpInputs.HIDDEN];
  private final float[][] logits = new float[MlpInputs.BATCH][MlpInputs.OUT];
  private final float[][] hiddenAdjoint = new float[MlpInputs.BATCH][MlpInputs.HIDDEN];

  @Override
  public double step() {
    forward(x, w1, b1, hidden);
    for (float[] row : hidden) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) Math.tanh(row[j]);
      }
    }
    forward(hidden, w2, b2, logits);
    double cost = 0;
    for (int i = 0; i < logits.length; i++) {
      cost += toAdjoint(logits[i], y[i]);
    }
    for (int i = 0; i < hidden.length; i++) {
      for (int j = 0; j < MlpInputs.HIDDEN; j++) {
        hiddenAdjoint[i][j] = Vectors.dot(logits[i], w2[j]) * (1 - hidden[i][j] * hidden[i][j]);
      }
    }
    descend(w2, b2, hidden, logits);
    descend(w1, b1, x, hiddenAdjoint);
    return cost / MlpInputs.BATCH;
  }

  @Override
  public double parameterSum() {
    double sum = Vectors.absoluteSum(b1) + Vectors.absoluteSum(b2);
    for (float[] row : w1) {
      sum += Vectors.absoluteSum(row);
    }
    for (float[] row : w2) {
      sum += Vectors.absoluteSum(row);
    }
    return sum;
  }

  /** {@code out = in w + b}. */
  private static void forward(float[][] in, float[][] w, float[] b, float[][] out) {
    for (int i = 0; i < in.length; i++) {
      System.arraycopy(b, 0, out[i], 0, b.length);
      for (int k = 0; k < w.length; k++) {
        Vectors.add(out[i], in[i][k], w[k]);
      }
    }
  }

  /**
   * Turns a row of logits into the adjoint of the mean cross-entropy, and returns the row's cost.
   */
  private static double toAdjoint(float[] row, int label) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float logit : row) {
      highest = Math.max(highest, logit);
    }
    float atLabel = row[label] - highest;
    float sum = 0;
    for (int j = 0; j < row.length; j++) {
      row[j] = (float) Math.exp(row[j] - highest);
      sum += row[j];
    }
    for (int j = 0; j < row.length; j++) {
      row[j] = (row[j] / sum - (j == label ? 1 : 0)) / MlpInputs.BATCH;
    }
    return Math.log(sum) - atLabel;
  }

  /** Steps {@code w} and {@code b} down, given the layer's input and its output's adjoint. */
  private static void descend(float[][] w, float[] b, float[][] in, float[][] adjoint) {
    float[] gradient = new float[b.length];
    for (int k = 0; k < w.length; k++) {
      Arrays.fill(gradient, 0);
      for (int i = 0; i < in.length; i++) {
        Vectors.add(gradient, in[i][k], adjoint[i]);
      }
      Vectors.add(w[k], -RATE, gradient);
    }
    for (float[] row : adjoint) {
      Vectors.add(b, -RATE, row);
    }
  }
}
