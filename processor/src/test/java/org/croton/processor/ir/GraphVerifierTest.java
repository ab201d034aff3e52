package org.croton.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ops.control.Loop;
import org.croton.processor.ops.control.LoopAttrs;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Exp;
import org.croton.processor.type.TensorType;
import org.junit.jupiter.api.Test;

class GraphVerifierTest {
  private static final TensorType REAL = TensorType.scalar(DType.F64);
  private static final TensorType WHOLE = TensorType.scalar(DType.I64);

  private final GraphBuilder builder = new GraphBuilder();
  private final Parameter x = builder.parameter(0, 0, REAL);

  private Graph graph(Node output) {
    return new Graph(
        builder, List.of(new Graph.Input("x", x)), List.of(new Graph.Output("y", output)));
  }

  private Node loop(Parameter index, Parameter carry, Node next) {
    return builder.apply(
        Loop.OP,
        new LoopAttrs(1),
        List.of(builder.constant(DType.I64, 3L), x),
        List.of(new Region(List.of(index, carry), List.of(next))));
  }

  @Test
  void findsNothingInAGoodGraph() {
    Parameter carry = builder.parameter(1, 1, REAL);
    Node loop = loop(builder.parameter(1, 0, WHOLE), carry, Exp.exp(carry));
    assertThat(GraphVerifier.problems(graph(Add.add(loop, x)))).isEmpty();
  }

  @Test
  void findsAParameterThatIsNoInput() {
    Parameter stray = builder.parameter(0, 1, REAL);
    assertThat(GraphVerifier.problems(graph(Add.add(stray, x))))
        .containsExactly("p0_1 is read at depth 0 but is no parameter there");
  }

  @Test
  void findsAnOpenRegion() {
    Parameter carry = builder.parameter(1, 1, REAL);
    Node loop = loop(builder.parameter(1, 0, WHOLE), carry, Add.add(carry, x));
    assertThat(GraphVerifier.problems(graph(loop)))
        .containsExactly("p0_0 is read at depth 1 but is no parameter there");
  }

  @Test
  void findsParametersThatAreNotCanonical() {
    Parameter carry = builder.parameter(1, 7, REAL);
    Node loop = loop(builder.parameter(1, 0, WHOLE), carry, Exp.exp(carry));
    assertThat(GraphVerifier.problems(graph(loop)))
        .singleElement()
        .asString()
        .contains("has p1_7 as parameter 1");
  }

  @Test
  void findsARegionThatIsNotInside() {
    Parameter carry = builder.parameter(0, 1, REAL);
    Node loop = loop(builder.parameter(0, 0, WHOLE), carry, Exp.exp(carry));
    assertThat(GraphVerifier.problems(graph(loop)))
        .singleElement()
        .asString()
        .contains("at depth 0 has a region of depth 0");
  }

  @Test
  void findsANodeOfAnotherBuilder() {
    GraphBuilder other = new GraphBuilder();
    Node foreign = Exp.exp(other.constant(DType.F64, 1.0));
    assertThat(GraphVerifier.problems(graph(foreign)))
        .anyMatch(problem -> problem.contains("of another builder"));
  }

  @Test
  void findsAnInputThatIsNamedTwice() {
    Graph.Input input = new Graph.Input("x", x);
    Graph graph = new Graph(builder, List.of(input, input), List.of(new Graph.Output("y", x)));
    assertThat(GraphVerifier.problems(graph)).containsExactly("two inputs are one parameter");
  }

  @Test
  void tellsThePassAndTheGraph() {
    Parameter stray = builder.parameter(0, 1, REAL);
    assertThatThrownBy(() -> GraphVerifier.check(graph(Exp.exp(stray)), "fusion"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("after fusion: p0_1 is read")
        .hasMessageContaining("v0 = exp(?p0_1) : f64");
  }
}
