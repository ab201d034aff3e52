package org.croton.bench.ejml;

import org.croton.bench.MlpInputs;
import org.croton.bench.Training;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** The network 784-500-10 in {@code float} with EJML's products, backpropagation by hand. */
public final class EjmlMlp implements Training {
  private static final float RATE = (float) MlpInputs.RATE;

  private final FMatrixRMaj x = matrix(MlpInputs.BATCH, MlpInputs.IN, MlpInputs.x());
  private final int[] y = MlpInputs.y();
  private final FMatrixRMaj w1 = matrix(MlpInputs.IN, MlpInputs.HIDDEN, MlpInputs.w1());
  private final FMatrixRMaj b1 = new FMatrixRMaj(1, MlpInputs.HIDDEN);
  private final FMatrixRMaj w2 = matrix(MlpInputs.HIDDEN, MlpInputs.OUT, MlpInputs.w2());
  private final FMatrixRMaj b2 = new FMatrixRMaj(1, MlpInputs.OUT);

  private final FMatrixRMaj hidden = new FMatrixRMaj(MlpInputs.BATCH, MlpInputs.HIDDEN);
  private final FMatrixRMaj logits = new FMatrixRMaj(MlpInputs.BATCH, MlpInputs.OUT);
  private final FMatrixRMaj hiddenAdjoint = new FMatrixRMaj(MlpInputs.BATCH, MlpInputs.HIDDEN);
  private final FMatrixRMaj w1Slope = new FMatrixRMaj(MlpInputs.IN, MlpInputs.HIDDEN);
  private final FMatrixRMaj w2Slope = new FMatrixRMaj(MlpInputs.HIDDEN, MlpInputs.OUT);

  static FMatrixRMaj matrix(int rows, int columns, double[] values) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    for (int i = 0; i < values.length; i++) {
      matrix.data[i] = (float) values[i];
    }
    return matrix;
  }

  @Override
  public double step() {
    CommonOps_FDRM.mult(x, w1, hidden);
    addToRows(hidden, b1);
    for (int i = 0; i < hidden.data.length; i++) {
      hidden.data[i] = (float) Math.tanh(hidden.data[i]);
    }
    CommonOps_FDRM.mult(hidden, w2, logits);
    addToRows(logits, b2);
    double cost = 0;
    for (int i = 0; i < MlpInputs.BATCH; i++) {
      cost += toAdjoint(i);
    }
    CommonOps_FDRM.multTransB(logits, w2, hiddenAdjoint);
    for (int i = 0; i < hidden.data.length; i++) {
      hiddenAdjoint.data[i] *= 1 - hidden.data[i] * hidden.data[i];
    }
    CommonOps_FDRM.multTransA(hidden, logits, w2Slope);
    CommonOps_FDRM.multTransA(x, hiddenAdjoint, w1Slope);
    CommonOps_FDRM.addEquals(w1, -RATE, w1Slope);
    CommonOps_FDRM.addEquals(w2, -RATE, w2Slope);
    descend(b1, hiddenAdjoint);
    descend(b2, logits);
    return cost / MlpInputs.BATCH;
  }

  @Override
  public double parameterSum() {
    return CommonOps_FDRM.elementSumAbs(w1)
        + (double) CommonOps_FDRM.elementSumAbs(b1)
        + CommonOps_FDRM.elementSumAbs(w2)
        + CommonOps_FDRM.elementSumAbs(b2);
  }

  private static void addToRows(FMatrixRMaj matrix, FMatrixRMaj row) {
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] += row.data[i % row.data.length];
    }
  }

  private static void descend(FMatrixRMaj bias, FMatrixRMaj adjoint) {
    for (int i = 0; i < adjoint.data.length; i++) {
      bias.data[i % bias.data.length] -= RATE * adjoint.data[i];
    }
  }

  /** Turns a row of logits into the adjoint of the mean cross-entropy; gives the row's cost. */
  private double toAdjoint(int row) {
    int from = row * MlpInputs.OUT;
    float highest = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < MlpInputs.OUT; j++) {
      highest = Math.max(highest, logits.data[from + j]);
    }
    float atLabel = logits.data[from + y[row]] - highest;
    float sum = 0;
    for (int j = 0; j < MlpInputs.OUT; j++) {
      logits.data[from + j] = (float) Math.exp(logits.data[from + j] - highest);
      sum += logits.data[from + j];
    }
    for (int j = 0; j < MlpInputs.OUT; j++) {
      float p = logits.data[from + j] / sum;
      logits.data[from + j] = (p - (j == y[row] ? 1 : 0)) / MlpInputs.BATCH;
    }
    return Math.log(sum) - atLabel;
  }
}
