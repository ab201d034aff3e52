package org.croton.bench.kernels;

import java.util.List;
import java.util.function.Supplier;
import org.croton.DType;
import org.croton.Tensor;
import org.croton.bench.LogregInputs;
import org.croton.bench.LstmInputs;
import org.croton.bench.MlpInputs;
import org.croton.bench.Training;

/** The compiled models on the inputs that all peers share; each step writes into a given cost. */
public final class CompiledModels {
  private CompiledModels() {}

  /** Logistic regression in F32. */
  public static Training logregF32() {
    CompiledLogregF32 model = new CompiledLogregF32(logregW(DType.F32));
    Tensor x = logregX(DType.F32);
    Tensor y = logregY(DType.F32);
    Tensor cost = Tensor.zeros(DType.F32);
    return new Steps(() -> model.step(x, y, cost), cost, () -> List.of(model.w, model.b));
  }

  /** Logistic regression in F64. */
  public static Training logregF64() {
    CompiledLogregF64 model = new CompiledLogregF64(logregW(DType.F64));
    Tensor x = logregX(DType.F64);
    Tensor y = logregY(DType.F64);
    Tensor cost = Tensor.zeros(DType.F64);
    return new Steps(() -> model.step(x, y, cost), cost, () -> List.of(model.w, model.b));
  }

  /** The network in F32. */
  public static Training mlpF32() {
    CompiledMlpF32 model = new CompiledMlpF32(mlpW1(DType.F32), mlpW2(DType.F32));
    Tensor x = mlpX(DType.F32);
    Tensor y = Tensor.of(MlpInputs.y());
    Tensor cost = Tensor.zeros(DType.F32);
    return new Steps(
        () -> model.step(x, y, cost), cost, () -> List.of(model.w1, model.b1, model.w2, model.b2));
  }

  /** The network in F64. */
  public static Training mlpF64() {
    CompiledMlpF64 model = new CompiledMlpF64(mlpW1(DType.F64), mlpW2(DType.F64));
    Tensor x = mlpX(DType.F64);
    Tensor y = Tensor.of(MlpInputs.y());
    Tensor cost = Tensor.zeros(DType.F64);
    return new Steps(
        () -> model.step(x, y, cost), cost, () -> List.of(model.w1, model.b1, model.w2, model.b2));
  }

  /** The network with memory in F32. */
  public static Training lstmF32() {
    CompiledLstmF32 model =
        new CompiledLstmF32(lstmIn(DType.F32), lstmAgain(DType.F32), lstmOut(DType.F32));
    Tensor x = letters(LstmInputs.x());
    Tensor y = letters(LstmInputs.y());
    Tensor cost = Tensor.zeros(DType.F32);
    return new Steps(
        () -> model.step(x, y, cost),
        cost,
        () -> List.of(model.in, model.again, model.bias, model.out, model.outBias));
  }

  /** The network with memory in F64. */
  public static Training lstmF64() {
    CompiledLstmF64 model =
        new CompiledLstmF64(lstmIn(DType.F64), lstmAgain(DType.F64), lstmOut(DType.F64));
    Tensor x = letters(LstmInputs.x());
    Tensor y = letters(LstmInputs.y());
    Tensor cost = Tensor.zeros(DType.F64);
    return new Steps(
        () -> model.step(x, y, cost),
        cost,
        () -> List.of(model.in, model.again, model.bias, model.out, model.outBias));
  }

  private static Tensor logregX(DType dtype) {
    return tensor(dtype, LogregInputs.x(), LogregInputs.ROWS, LogregInputs.FEATURES);
  }

  private static Tensor logregY(DType dtype) {
    int[] y = LogregInputs.y();
    return Tensor.fill(dtype, i -> y[(int) i], y.length);
  }

  private static Tensor logregW(DType dtype) {
    return tensor(dtype, LogregInputs.w(), LogregInputs.FEATURES);
  }

  private static Tensor mlpX(DType dtype) {
    return tensor(dtype, MlpInputs.x(), MlpInputs.BATCH, MlpInputs.IN);
  }

  private static Tensor mlpW1(DType dtype) {
    return tensor(dtype, MlpInputs.w1(), MlpInputs.IN, MlpInputs.HIDDEN);
  }

  private static Tensor mlpW2(DType dtype) {
    return tensor(dtype, MlpInputs.w2(), MlpInputs.HIDDEN, MlpInputs.OUT);
  }

  private static Tensor letters(int[] values) {
    return Tensor.of(values).reshape(LstmInputs.STEPS, LstmInputs.BATCH);
  }

  private static Tensor lstmIn(DType dtype) {
    return tensor(dtype, LstmInputs.in(), LstmInputs.LETTERS, 4 * LstmInputs.HIDDEN);
  }

  private static Tensor lstmAgain(DType dtype) {
    return tensor(dtype, LstmInputs.again(), LstmInputs.HIDDEN, 4 * LstmInputs.HIDDEN);
  }

  private static Tensor lstmOut(DType dtype) {
    return tensor(dtype, LstmInputs.out(), LstmInputs.HIDDEN, LstmInputs.LETTERS);
  }

  /** A tensor of {@code values}, rounded to {@code dtype}. */
  static Tensor tensor(DType dtype, double[] values, int... shape) {
    return Tensor.fill(dtype, i -> values[(int) i], shape);
  }

  /** A model by what a step does, where it leaves its cost, and what it changes. */
  private record Steps(Runnable stepping, Tensor cost, Supplier<List<Tensor>> parameters)
      implements Training {
    @Override
    public double step() {
      stepping.run();
      return cost.item();
    }

    @Override
    public double parameterSum() {
      double sum = 0;
      for (Tensor parameter : parameters.get()) {
        for (double each : parameter.toDoubles()) {
          sum += Math.abs(each);
        }
      }
      return sum;
    }
  }
}
