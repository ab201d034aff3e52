package org.croton.bench.kernels;

import org.croton.DType;
import org.croton.Tensor;
import org.croton.bench.Elementwise;
import org.croton.bench.Subject;

/** The compiled formulas over vectors, into a vector that is there already. */
public final class CompiledFormula implements Subject {
  private final Tensor a;
  private final Tensor b;
  private final Tensor out;
  private final Runnable kernel;

  /** The {@code formula} in F32 or F64 over vectors of {@code length}. */
  public CompiledFormula(Elementwise formula, DType dtype, int length) {
    a = CompiledModels.tensor(dtype, formula.a(length), length);
    b = CompiledModels.tensor(dtype, formula.b(length), length);
    out = Tensor.zeros(dtype, length);
    kernel = dtype == DType.F32 ? chooseF32(formula) : chooseF64(formula);
  }

  @Override
  public void call() {
    kernel.run();
  }

  @Override
  public double checksum() {
    double sum = 0;
    for (double each : out.toDoubles()) {
      sum += each;
    }
    return sum;
  }

  private Runnable chooseF32(Elementwise formula) {
    return switch (formula) {
      case A -> () -> CompiledElementwiseF32.tenthPower(a, out);
      case B -> () -> CompiledElementwiseF32.square(a, b, out);
      case C -> () -> CompiledElementwiseF32.sigmoid(a, out);
      case D -> () -> CompiledElementwiseF32.softplus(a, out);
      case E -> () -> CompiledElementwiseF32.waves(a, b, out);
    };
  }

  private Runnable chooseF64(Elementwise formula) {
    return switch (formula) {
      case A -> () -> CompiledElementwiseF64.tenthPower(a, out);
      case B -> () -> CompiledElementwiseF64.square(a, b, out);
      case C -> () -> CompiledElementwiseF64.sigmoid(a, out);
      case D -> () -> CompiledElementwiseF64.softplus(a, out);
      case E -> () -> CompiledElementwiseF64.waves(a, b, out);
    };
  }
}
