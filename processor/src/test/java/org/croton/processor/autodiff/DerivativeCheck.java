package org.croton.processor.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.croton.DType;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ir.GraphPrinter;
import org.croton.processor.ir.GraphVerifier;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ops.CatalogVocabulary;
import org.croton.processor.ops.control.MergeLoops;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Mul;
import org.croton.processor.ops.reduction.Sum;
import org.croton.processor.type.TensorType;

/**
 * Compares the derivatives of a program with central differences: gradient, tangent, and the
 * product of the Hessian with a vector by forward over reverse and by reverse over reverse; all
 * before and after loops were merged.
 */
public final class DerivativeCheck {
  private static final double STEP = 1e-6;
  private static final double TOLERANCE = 2e-6;

  private final GraphBuilder builder = new GraphBuilder();
  private final Differentiator differentiator = new Differentiator();
  private final Random random = new Random(7);
  private final List<Node> inputs = new ArrayList<>();
  private final Map<Node, Literal> values = new LinkedHashMap<>();
  private final Node cost;

  private DerivativeCheck(
      List<TensorType> types, List<Literal> samples, Function<List<Node>, Node> program) {
    for (int i = 0; i < types.size(); i++) {
      inputs.add(input(types.get(i), samples.get(i)));
    }
    Node result = program.apply(inputs);
    this.cost = weighted(result);
  }

  private Node input(TensorType type, Literal value) {
    Parameter input = builder.parameter(0, values.size(), type);
    values.put(input, value);
    return input;
  }

  /** Checks {@code program}, whose floating inputs are F64, at {@code samples}. */
  public static DerivativeCheck of(
      List<TensorType> types, List<Literal> samples, Function<List<Node>, Node> program) {
    DerivativeCheck check = new DerivativeCheck(types, samples, program);
    check.checkGradient();
    check.checkTangent();
    check.checkHessian();
    return check;
  }

  /** As the other without reverse over reverse, which endless tapes do not have. */
  public static void ofEndless(
      List<TensorType> types, List<Literal> samples, Function<List<Node>, Node> program) {
    DerivativeCheck check = new DerivativeCheck(types, samples, program);
    check.checkGradient();
    check.checkTangent();
    List<Node> directions = check.directions();
    List<Node> gradients = check.gradients(check.cost);
    check.checkProducts(
        new ArrayList<>(check.differentiator.pushforward(gradients, check.variables(), directions)),
        gradients,
        directions);
  }

  private Graph graph(List<Node> outputs) {
    List<Graph.Input> named = new ArrayList<>();
    for (Node input : values.keySet()) {
      named.add(new Graph.Input("x" + named.size(), (Parameter) input));
    }
    List<Graph.Output> results = new ArrayList<>();
    outputs.forEach(output -> results.add(new Graph.Output("y" + results.size(), output)));
    return new Graph(builder, named, results);
  }

  /** A scalar that every element of a value enters with a weight of its own. */
  private Node weighted(Node value) {
    TensorType type = value.tensor();
    if (type.isScalar()) {
      return value;
    }
    Literal sample = GraphRun.run(List.of(value), values).get(0);
    return total(Mul.mul(value, input(type, random(sample.shape()))));
  }

  private static Node total(Node value) {
    List<Integer> axes = new ArrayList<>();
    for (int axis = 0; axis < value.tensor().rank(); axis++) {
      axes.add(axis);
    }
    return Sum.sum(value, axes);
  }

  private Literal random(int[] shape) {
    return Literal.reals(DType.F64, shape, random.doubles(Literal.count(shape), -1, 1).toArray());
  }

  private List<Node> variables() {
    return inputs.stream().filter(x -> x.tensor().dtype().isFloating()).toList();
  }

  private List<Node> gradients(Node of) {
    return new ArrayList<>(
        differentiator.pullback(
            List.of(of), List.of(builder.constant(DType.F64, 1.0)), variables()));
  }

  private List<Literal> run(List<Node> outputs) {
    List<Literal> plain = GraphRun.run(outputs, values);
    Graph graph = graph(outputs);
    assertSound(graph);
    Graph merged = MergeLoops.run(graph, new Spans());
    assertSound(merged);
    List<Literal> again = GraphRun.run(merged.outputValues(), values);
    for (int i = 0; i < plain.size(); i++) {
      assertClose(again.get(i), plain.get(i), 1e-12);
    }
    return plain;
  }

  /** Verified, and the same graph when its text is read back. */
  private void assertSound(Graph graph) {
    assertThat(GraphVerifier.problems(graph)).isEmpty();
    String text = GraphPrinter.print(graph);
    assertThat(GraphParser.parse(text, new CatalogVocabulary(), builder)).isEqualTo(graph);
  }

  private void checkGradient() {
    List<Literal> gradients = run(gradients(cost));
    for (int i = 0; i < gradients.size(); i++) {
      assertClose(gradients.get(i), differences(variables().get(i), cost), TOLERANCE);
    }
  }

  private Literal differences(Node variable, Node of) {
    Literal at = values.get(variable);
    double[] slopes = new double[at.count()];
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = (at(variable, k, STEP, of) - at(variable, k, -STEP, of)) / (2 * STEP);
    }
    return Literal.reals(DType.F64, at.shape(), slopes);
  }

  private double at(Node variable, int element, double step, Node of) {
    Literal at = values.get(variable);
    double[] moved = new double[at.count()];
    for (int k = 0; k < moved.length; k++) {
      moved[k] = at.real(k) + (k == element ? step : 0);
    }
    Map<Node, Literal> shifted = new HashMap<>(values);
    shifted.put(variable, Literal.reals(DType.F64, at.shape(), moved));
    return GraphRun.run(List.of(of), shifted).get(0).real(0);
  }

  /** A direction for each variable. */
  private List<Node> directions() {
    List<Node> directions = new ArrayList<>();
    for (Node variable : variables()) {
      directions.add(input(variable.tensor(), random(values.get(variable).shape())));
    }
    return directions;
  }

  private void checkTangent() {
    List<Node> directions = directions();
    Node tangent = differentiator.pushforward(List.of(cost), variables(), directions).get(0);
    double expected = 0;
    List<Literal> gradients = GraphRun.run(gradients(cost), values);
    List<Literal> vectors = GraphRun.run(directions, values);
    for (int i = 0; i < gradients.size(); i++) {
      expected += dot(gradients.get(i), vectors.get(i));
    }
    assertThat(run(List.of(tangent)).get(0).real(0))
        .isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
  }

  private void checkHessian() {
    List<Node> directions = directions();
    List<Node> gradients = gradients(cost);
    List<Node> forward =
        new ArrayList<>(differentiator.pushforward(gradients, variables(), directions));
    List<Node> reverse =
        new ArrayList<>(differentiator.pullback(gradients, directions, variables()));
    for (int i = 0; i < forward.size(); i++) {
      Node f = forward.get(i);
      Node r = reverse.get(i);
      assertThat(r == null).isEqualTo(f == null);
      if (f != null && r != null) {
        assertClose(run(List.of(r)).get(0), run(List.of(f)).get(0), 1e-8);
      }
    }
    checkProducts(forward, gradients, directions);
  }

  private void checkProducts(List<Node> products, List<Node> gradients, List<Node> directions) {
    for (int i = 0; i < products.size(); i++) {
      Node product = products.get(i);
      if (product != null) {
        Literal slopes = hessianTimes(variables().get(i), gradients, directions);
        assertClose(run(List.of(product)).get(0), slopes, 1e-5);
      }
    }
  }

  /** Differences of the directional derivative: the Hessian is symmetric. */
  private Literal hessianTimes(Node variable, List<Node> gradients, List<Node> directions) {
    Node along = null;
    for (int i = 0; i < gradients.size(); i++) {
      Node product = total(Mul.mul(gradients.get(i), directions.get(i)));
      along = along == null ? product : Add.add(along, product);
    }
    return differences(variable, along);
  }

  private static double dot(Literal a, Literal b) {
    double sum = 0;
    for (int i = 0; i < a.count(); i++) {
      sum += a.real(i) * b.real(i);
    }
    return sum;
  }

  private static void assertClose(Literal actual, Literal expected, double tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    for (int i = 0; i < actual.count(); i++) {
      double size = 1 + Math.abs(expected.real(i));
      assertThat(actual.real(i)).isCloseTo(expected.real(i), within(tolerance * size));
    }
  }
}
