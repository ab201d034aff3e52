package org.croton.processor.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Result;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.OpDef;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;

/**
 * Runs a graph by the reference meanings of its operations: every value in program order, rounded
 * to its dtype. The names in dims are those of the inputs' shapes.
 */
public final class Interpreter {
  private Interpreter() {}

  /**
   * The outputs for these inputs, one per graph input. Throws {@link IllegalArgumentException} if
   * an input is not of its type, {@link IndexOutOfBoundsException} and {@link ArithmeticException}
   * where the program fails.
   */
  public static List<Literal> run(Graph graph, List<Literal> inputs) {
    return run(graph, inputs, Map.of());
  }

  /** As {@link #run(Graph, List)}, where some names of dims are known besides. */
  public static List<Literal> run(Graph graph, List<Literal> inputs, Map<String, Integer> sizes) {
    if (inputs.size() != graph.inputs().size()) {
      throw new IllegalArgumentException(
          inputs.size() + " values for " + graph.inputs().size() + " inputs");
    }
    List<Parameter> parameters = graph.inputs().stream().map(Graph.Input::value).toList();
    return new Frame(new Sizes(sizes), parameters, inputs).values(graph.outputValues());
  }

  /**
   * As {@link #run}, but in F64 wherever the graph says F32, and F64 outputs: what the program
   * would give without its rounding errors, to judge rewrites by.
   */
  public static List<Literal> runWide(Graph graph, List<Literal> inputs) {
    return run(Widening.of(graph), inputs.stream().map(Widening::of).toList());
  }

  /** One run of the method or of a region: its parameters and what is computed from them. */
  private static final class Frame implements Evaluation {
    private final Sizes sizes;
    private final Map<Node, List<Literal>> values = new HashMap<>();

    Frame(Sizes sizes, List<Parameter> parameters, List<Literal> arguments) {
      this.sizes = sizes;
      for (int i = 0; i < parameters.size(); i++) {
        put(parameters.get(i), List.of(parameters.get(i).type()), List.of(arguments.get(i)));
      }
    }

    private void put(Node node, List<Type> types, List<Literal> results) {
      for (int i = 0; i < types.size(); i++) {
        if (types.get(i) instanceof TensorType) {
          TensorType type = (TensorType) types.get(i);
          if (results.get(i).dtype() != type.dtype()) {
            throw new IllegalArgumentException(
                node + " is " + type + ", not " + results.get(i).type());
          }
          sizes.learn(type.shape(), results.get(i));
        }
      }
      values.put(node, List.copyOf(results));
    }

    List<Literal> values(List<Node> wanted) {
      for (Node node : Graph.reachable(wanted)) {
        if (!values.containsKey(node)) {
          compute(node);
        }
      }
      return wanted.stream().map(this::value).toList();
    }

    private Literal value(Node node) {
      List<Literal> known = values.get(node);
      if (known == null) {
        throw new IllegalArgumentException(node + " is no parameter of what runs");
      }
      return known.get(0);
    }

    private void compute(Node node) {
      if (node instanceof Constant) {
        values.put(node, List.of(((Constant) node).value()));
      } else if (node instanceof Result) {
        Result result = (Result) node;
        List<Literal> all = values.getOrDefault(result.apply(), List.of());
        values.put(node, List.of(all.get(result.index())));
      } else if (node instanceof Apply) {
        Apply apply = (Apply) node;
        List<Literal> arguments = apply.arguments().stream().map(this::value).toList();
        OpDef op = (OpDef) apply.operator();
        put(apply, apply.resultTypes(), op.evaluate(apply, arguments, this));
      }
    }

    @Override
    public int size(Dim dim) {
      return Math.toIntExact(sizes.size(dim));
    }

    @Override
    public List<Literal> run(Region region, List<Literal> parameters) {
      return new ArrayList<>(
          new Frame(new Sizes(sizes), region.parameters(), parameters).values(region.results()));
    }
  }
}
