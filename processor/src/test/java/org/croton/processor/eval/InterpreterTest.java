package org.croton.processor.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ops.control.Loop;
import org.croton.processor.ops.control.LoopAttrs;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.ops.movement.Size;
import org.croton.processor.ops.reduction.Sum;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;

final class InterpreterTest {
  private static final Dim N = Dim.name("n");

  private final GraphBuilder builder = new GraphBuilder();
  private final List<Graph.Input> inputs = new ArrayList<>();

  private Parameter input(TensorType type) {
    Parameter parameter = builder.parameter(0, inputs.size(), type);
    inputs.add(new Graph.Input("x" + inputs.size(), parameter));
    return parameter;
  }

  private Graph graph(Node... outputs) {
    List<Graph.Output> named = new ArrayList<>();
    for (Node output : outputs) {
      named.add(new Graph.Output("y" + named.size(), output));
    }
    return new Graph(builder, inputs, named);
  }

  private static Literal zeros(DType dtype, int... shape) {
    return Literal.reals(dtype, shape, new double[Literal.count(shape)]);
  }

  @Test
  void sizesComeFromShapes() {
    input(TensorType.of(DType.F64, N.times(Dim.of(2)).plus(Dim.ONE)));
    input(TensorType.of(DType.F64, N.times(Dim.name("m")), N));
    Graph graph = graph(Size.size(builder, N), Size.size(builder, Dim.name("m")));
    List<Literal> sizes =
        Interpreter.run(graph, List.of(zeros(DType.F64, 7), zeros(DType.F64, 12, 3)));
    assertThat(sizes.get(0).integer(0)).isEqualTo(3);
    assertThat(sizes.get(1).integer(0)).isEqualTo(4);
  }

  @Test
  void aNameThatAnEarlierDimNeedsMayBeLearntLater() {
    input(TensorType.of(DType.F64, N.times(Dim.name("m"))));
    input(TensorType.of(DType.F64, N));
    Graph graph = graph(Size.size(builder, Dim.name("m")));
    List<Literal> arrays = List.of(zeros(DType.F64, 12), zeros(DType.F64, 3));
    assertThat(Interpreter.run(graph, arrays).get(0).integer(0)).isEqualTo(4);
  }

  @Test
  void shapesThatContradict() {
    Parameter x = input(TensorType.of(DType.F64, N));
    input(TensorType.of(DType.F64, N));
    Graph graph = graph(x);
    List<Literal> arrays = List.of(zeros(DType.F64, 3), zeros(DType.F64, 4));
    assertThatThrownBy(() -> Interpreter.run(graph, arrays))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dim n is 3, not 4");
    assertThatThrownBy(() -> Interpreter.run(graph, arrays.subList(0, 1)))
        .hasMessageContaining("1 values for 2 inputs");
    List<Literal> narrow = List.of(zeros(DType.F32, 3), zeros(DType.F64, 3));
    assertThatThrownBy(() -> Interpreter.run(graph, narrow)).hasMessageContaining("f64[n]");
    List<Literal> flat = List.of(zeros(DType.F64), zeros(DType.F64, 3));
    assertThatThrownBy(() -> Interpreter.run(graph, flat)).hasMessageContaining("shape [n]");
  }

  @Test
  void sizesThatNothingTells() {
    Graph graph = graph(Size.size(builder, N));
    assertThatThrownBy(() -> Interpreter.run(graph, List.of()))
        .hasMessageContaining("the size of n is unknown");
    assertThat(Interpreter.run(graph, List.of(), Map.of("n", 5)).get(0).integer(0)).isEqualTo(5);
  }

  @Test
  void theWideRunDoesNotRound() {
    Parameter x = input(TensorType.of(DType.F32, N));
    Graph graph = graph(Sum.sum(Mul.mul(x, x), List.of(0)));
    Literal values = Literal.reals(DType.F32, new int[] {2}, new double[] {1e-4, 1});
    double narrow = Interpreter.run(graph, List.of(values)).get(0).real(0);
    Literal wide = Interpreter.runWide(graph, List.of(values)).get(0);
    assertThat(narrow).isEqualTo(1);
    assertThat(wide.dtype()).isEqualTo(DType.F64);
    double small = (float) 1e-4;
    assertThat(wide.real(0)).isEqualTo(small * small + 1);
  }

  @Test
  void loopsRunTheirRegionAlsoWide() {
    Parameter trips = input(TensorType.scalar(DType.I64));
    Parameter start = input(TensorType.scalar(DType.F32));
    Parameter index = builder.parameter(1, 0, TensorType.scalar(DType.I64));
    Parameter carried = builder.parameter(1, 1, TensorType.scalar(DType.F32));
    Node tenth = builder.constant(DType.F32, 0.1);
    Region body = new Region(List.of(index, carried), List.of(Add.add(carried, tenth)));
    Attrs attrs = new LoopAttrs(1);
    Graph graph = graph(builder.apply(Loop.OP, attrs, List.of(trips, start), List.of(body)));
    List<Literal> arguments =
        List.of(Literal.scalar(DType.I64, 1000L), Literal.scalar(DType.F32, 0.0));
    double exact = 1000 * (double) 0.1f;
    assertThat(Interpreter.runWide(graph, arguments).get(0).real(0)).isCloseTo(exact, within(1e-9));
    assertThat(Math.abs(Interpreter.run(graph, arguments).get(0).real(0) - exact))
        .isBetween(1e-5, 1e-2);
  }
}
