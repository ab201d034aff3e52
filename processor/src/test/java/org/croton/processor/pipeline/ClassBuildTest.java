package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.croton.DType;
import org.croton.Tensor;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.kernel.Dress;
import org.croton.processor.kernel.KernelClass;
import org.croton.processor.kernel.KernelInput;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.kernel.KernelResult;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Pow;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassBuildTest {
  @TempDir Path folder;

  private static final TensorType VECTOR = TensorType.of(DType.F64, Dim.name("n"));

  private static KernelClass power(TypeElement type, boolean javaTarget) {
    GraphBuilder graph = new GraphBuilder();
    Parameter a = graph.parameter(0, 0, VECTOR);
    Node sum = Add.add(a, Pow.pow(a, graph.constant(DType.F64, 10.0)));
    ExecutableElement method = ElementFilter.methodsIn(type.getEnclosedElements()).get(0);
    KernelInput input =
        new KernelInput(a, "a", false, List.of(), VECTOR, Dress.TENSOR, "org.croton.Tensor");
    KernelMethod kernel =
        new KernelMethod(
            method,
            "f",
            true,
            List.of(input),
            new KernelResult.Value(0, VECTOR, Dress.TENSOR, "org.croton.Tensor"),
            List.of(),
            List.of(),
            new Graph(
                graph, List.of(new Graph.Input("a", a)), List.of(new Graph.Output("result", sum))),
            new Spans(),
            javaTarget);
    return new KernelClass(type, "CompiledPower", true, List.of(), List.of(kernel));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPlusTenthPower(boolean javaTarget) throws IOException, ReflectiveOperationException {
    JavaProject project =
        new JavaProject(folder)
            .option("-Werror")
            .source(
                "p.Power",
                """
                package p;
                import org.croton.Tensor;
                public class Power {
                  public static Tensor f(Tensor a) { return a.add(a.pow(10)); }
                }
                """);

    boolean done =
        project.compile(
            new HandMade(
                Options.parse(Map.of("croton.levels", "v2")),
                Map.of("Power", type -> power(type, javaTarget))));

    assertThat(done).as(project.messages()).isTrue();
    assertThat(project.files().stream().filter(file -> file.contains("linux")))
        .hasSize(javaTarget ? 0 : 1);
    Class<?> compiled = Class.forName("p.CompiledPower", true, project.loader());
    try (Tensor a = Tensor.of(1.0, 2.0, 0.5)) {
      Tensor result = (Tensor) compiled.getMethod("f", Tensor.class).invoke(null, a);
      assertThat(result.toDoubles()).containsExactly(2.0, 1026.0, 0.5 + Math.pow(0.5, 10));
    }
  }
}
