package org.croton.processor.codegen.c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ir.Literal;
import org.croton.processor.ops.CatalogVocabulary;
import org.croton.processor.testing.CProgram;
import org.croton.processor.testing.CompiledGraph;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Loops over periodic functions look at their arguments, block by block. */
class PeriodicLoopTest {
  private static final int LENGTH = 1500;

  @TempDir Path folder;

  private static CompiledGraph graph(DType dtype) {
    String type = dtype.name().toLowerCase(java.util.Locale.ROOT);
    String text =
        """
        input x : T[n]
        v0 = mul(x, x) : T[n]
        v1 = sin(v0) : T[n]
        v2 = cos(x) : T[n]
        v3 = add(v1, v2) : T[n]
        v4 = tan(v2) : T[n]
        v5 = sum(v4) {axes=[0]} : T
        output result = v3
        output total = v5
        """
            .replace("T[", type + "[")
            .replace(": T\n", ": " + type + "\n");
    return CompiledGraph.of(
        "k0", GraphParser.parse(text, new CatalogVocabulary(), new GraphBuilder()), true);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void printsBothForms(DType dtype) {
    String text = CPrinter.print(List.of(graph(dtype).function()));
    String suffix = dtype.name().toLowerCase(java.util.Locale.ROOT);
    String kernel = text.substring(text.indexOf("static int32_t k0("));
    assertThat(kernel)
        .contains("if (!far_)")
        .contains("cr_sin_near_" + suffix)
        .contains("cr_sin_" + suffix);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "F64"})
  void isRightForNearAndFarArguments(DType dtype) throws Exception {
    CompiledGraph compiled = graph(dtype);
    double[] values = new double[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      values[i] = (float) ((i - 700) * 0.37);
    }
    values[900] = 1e12;
    values[901] = -3e18;
    values[1400] = (float) 2e6;
    Literal x = Literal.reals(dtype, new int[] {LENGTH}, values);
    Map<String, Integer> sizes = Map.of("n", LENGTH);
    List<String> flags = List.of("-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover");
    List<Literal> got =
        CProgram.compile(folder, List.of(compiled), flags)
            .run(List.of(List.of(x)), List.of(sizes))
            .get(0)
            .values();
    List<Literal> want = Interpreter.run(compiled.graph(), List.of(x), sizes);
    double tolerance = dtype == DType.F64 ? 1e-12 : 1e-4;
    for (int k = 0; k < want.size(); k++) {
      for (int i = 0; i < want.get(k).count(); i++) {
        double scale = Math.max(1, Math.abs(want.get(k).real(i)));
        assertThat(got.get(k).real(i))
            .as("output %d [%d]", k, i)
            .isCloseTo(want.get(k).real(i), within(tolerance * scale));
      }
    }
  }
}
