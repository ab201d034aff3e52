package org.croton.bench;

import java.util.List;
import org.croton.DType;
import org.croton.bench.kernels.CompiledFormula;
import org.croton.bench.kernels.CompiledModels;
import org.croton.bench.kernels.CompiledPaths;

/** A program that calls every kernel of the benchmarks, for runs under a sanitizer. */
public final class KernelRun {
  private KernelRun() {}

  /** Checks the models' checksums and prints those of the formulas. */
  public static void main(String[] arguments) {
    Checksums.checkLogreg(CompiledModels.logregF32(), 1e-5);
    Checksums.checkLogreg(CompiledModels.logregF64(), 1e-12);
    Checksums.checkMlp(CompiledModels.mlpF32(), 1e-5);
    Checksums.checkMlp(CompiledModels.mlpF64(), 1e-12);
    Checksums.checkLstm(CompiledModels.lstmF32(), 1e-5);
    Checksums.checkLstm(CompiledModels.lstmF64(), 1e-12);
    List<Subject> paths =
        List.of(
            CompiledPaths.path(),
            CompiledPaths.ends(),
            CompiledPaths.height(),
            CompiledPaths.gradient());
    for (Subject path : paths) {
      path.call();
      System.out.println("lorenz " + path.checksum());
    }
    for (Elementwise formula : Elementwise.values()) {
      for (int length : new int[] {0, 1, 7, 1000, 100_000}) {
        for (DType dtype : new DType[] {DType.F32, DType.F64}) {
          Subject subject = new CompiledFormula(formula, dtype, length);
          subject.call();
          System.out.println(formula.workload(length) + " " + subject.checksum());
        }
      }
    }
  }
}
