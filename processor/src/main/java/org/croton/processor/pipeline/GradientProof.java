package org.croton.processor.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Operator;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Substitution;
import org.croton.processor.ops.elementwise.ClipGradient;
import org.croton.processor.ops.elementwise.StopGradient;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Compares a derivative with differences of what it is the derivative of, on samples and in F64:
 * along a random direction, the slope of the outputs must be what the derivative says. Programs
 * that define their own derivative ({@code stopGradient}, {@code clipGradient}) are not comparable.
 */
final class GradientProof {
  private static final Set<Operator> OWN_DERIVATIVE = Set.of(StopGradient.OP, ClipGradient.OP);
  private static final int SAMPLES = 3;
  private static final double STEP = 1e-5;
  private static final double TOLERANCE = 1e-5;

  private final DerivativeLog.Entry entry;
  private final List<Parameter> inputs;

  private GradientProof(DerivativeLog.Entry entry) {
    this.entry = entry;
    this.inputs = inputs(everything(entry));
  }

  /**
   * What is wrong, empty if nothing is. A kink can spoil a sample, so a derivative is wrong if it
   * is on every sample that could be computed.
   */
  static Optional<String> problem(DerivativeLog.Entry entry) {
    if (ownDerivative(entry.outputs())) {
      return Optional.empty();
    }
    GradientProof proof = new GradientProof(entry);
    Optional<String> found = Optional.empty();
    for (int seed = 0; seed < SAMPLES; seed++) {
      Optional<Optional<String>> compared = compare(proof, seed);
      if (compared.isPresent() && compared.get().isEmpty()) {
        return Optional.empty();
      }
      found = compared.orElse(found);
    }
    return found;
  }

  /** The outcome on one sample; empty if the program itself fails on it. */
  private static Optional<Optional<String>> compare(GradientProof proof, int seed) {
    try {
      return Optional.of(proof.compare(new GradientSample(seed)));
    } catch (ArithmeticException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<Node> everything(DerivativeLog.Entry entry) {
    List<Node> all = new ArrayList<>(entry.outputs());
    all.addAll(entry.wrt());
    entry.given().stream().filter(node -> node != null).forEach(all::add);
    entry.taken().stream().filter(node -> node != null).forEach(all::add);
    return all;
  }

  private static List<Parameter> inputs(List<Node> values) {
    List<Parameter> inputs = new ArrayList<>();
    for (Node node : Graph.reachable(values)) {
      if (node instanceof Parameter) {
        inputs.add((Parameter) node);
      }
    }
    return inputs;
  }

  private static boolean ownDerivative(List<Node> values) {
    for (Node node : Graph.reachable(values)) {
      if (node instanceof Apply) {
        Apply apply = (Apply) node;
        if (OWN_DERIVATIVE.contains(apply.operator())) {
          return true;
        }
        for (Region region : apply.regions()) {
          if (ownDerivative(region.results())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Optional<String> compare(GradientSample sample) {
    List<Literal> at = sample.values(inputs);
    List<Literal> wrt = run(inputs, at, entry.wrt());
    List<Literal> given = known(at, entry.given(), entry.reverse() ? entry.outputs() : entry.wrt());
    List<Literal> taken = known(at, entry.taken(), entry.reverse() ? entry.wrt() : entry.outputs());
    List<Literal> direction = entry.reverse() ? sample.directions(wrt) : given;
    List<Literal> ahead = outputs(at, moved(wrt, direction, STEP));
    List<Literal> behind = outputs(at, moved(wrt, direction, -STEP));
    double slope = 0;
    double derivative = 0;
    List<Literal> weights = entry.reverse() ? given : sample.directions(ahead);
    for (int i = 0; i < ahead.size(); i++) {
      slope +=
          (dot(weights.get(i), ahead.get(i)) - dot(weights.get(i), behind.get(i))) / (2 * STEP);
    }
    List<Literal> sides = entry.reverse() ? direction : weights;
    for (int i = 0; i < taken.size(); i++) {
      derivative += dot(taken.get(i), sides.get(i));
    }
    if (Double.isNaN(slope) || Double.isInfinite(slope)) {
      throw new ArithmeticException("no finite slope on this sample");
    }
    double bound = TOLERANCE * (1 + Math.max(Math.abs(slope), Math.abs(derivative)));
    return Math.abs(slope - derivative) <= bound
        ? Optional.empty()
        : Optional.of("the derivative says " + derivative + ", differences say " + slope);
  }

  /** Values of nodes, zeros of the type of {@code like} for those that are zero by structure. */
  private List<Literal> known(
      List<Literal> at, List<? extends @Nullable Node> nodes, List<? extends Node> like) {
    List<Literal> shapes = run(inputs, at, like);
    List<Literal> values = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      values.add(
          node == null
              ? Literal.reals(
                  shapes.get(i).dtype(), shapes.get(i).shape(), new double[shapes.get(i).count()])
              : run(inputs, at, List.of(node)).get(0));
    }
    return values;
  }

  /** The outputs as functions of {@code wrt} alone. */
  private List<Literal> outputs(List<Literal> at, List<Literal> wrt) {
    Map<Node, Node> cuts = new HashMap<>();
    List<Parameter> all = new ArrayList<>(inputs);
    List<Literal> values = new ArrayList<>(at);
    int index = 1 << 29;
    for (int i = 0; i < wrt.size(); i++) {
      Node cut = entry.wrt().get(i);
      Parameter free = cut.builder().parameter(cut.depth(), index++, cut.type());
      cuts.put(cut, free);
      all.add(free);
      values.add(wrt.get(i));
    }
    Node first = entry.outputs().get(0);
    return run(all, values, new Substitution(first.builder(), cuts).of(entry.outputs()));
  }

  private static List<Literal> run(
      List<Parameter> parameters, List<Literal> values, List<? extends Node> wanted) {
    List<Graph.Input> inputs = new ArrayList<>();
    parameters.forEach(parameter -> inputs.add(new Graph.Input("x" + inputs.size(), parameter)));
    List<Graph.Output> outputs = new ArrayList<>();
    wanted.forEach(node -> outputs.add(new Graph.Output("y" + outputs.size(), node)));
    return Interpreter.runWide(new Graph(wanted.get(0).builder(), inputs, outputs), values);
  }

  private static List<Literal> moved(List<Literal> from, List<Literal> direction, double step) {
    List<Literal> moved = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      Literal x = from.get(i);
      double[] values = new double[x.count()];
      for (int p = 0; p < values.length; p++) {
        values[p] = x.real(p) + step * direction.get(i).real(p);
      }
      moved.add(Literal.reals(x.dtype(), x.shape(), values));
    }
    return moved;
  }

  private static double dot(Literal a, Literal b) {
    double sum = 0;
    for (int i = 0; i < a.count(); i++) {
      sum += a.real(i) * b.real(i);
    }
    return sum;
  }

  /** The names of the sizes in some parameters' types. */
  static SortedSet<String> sizeNames(List<Parameter> parameters) {
    Set<String> names = new LinkedHashSet<>();
    for (Parameter parameter : parameters) {
      if (parameter.type() instanceof TensorType) {
        parameter.tensor().shape().dims().forEach(dim -> names.addAll(dim.names()));
      }
    }
    return new TreeSet<>(names);
  }
}
