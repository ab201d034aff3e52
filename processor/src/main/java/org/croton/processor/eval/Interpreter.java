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
import org.croton.processor.ir.Region;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.OpDef;
import org.croton.processor.type.Dim;

/** Evaluates a graph by the reference meaning of its operations. */
public final class Interpreter implements Evaluation {
  private final Map<String, Integer> sizes;

  private Interpreter(Map<String, Integer> sizes) {
    this.sizes = sizes;
  }

  /**
   * The values of a graph's outputs.
   *
   * @param inputs one array per input, of its type
   * @param sizes the size of each dim name
   */
  public static List<Literal> run(Graph graph, List<Literal> inputs, Map<String, Integer> sizes) {
    Map<Node, Literal> values = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      values.put(graph.inputs().get(i).value(), inputs.get(i));
    }
    return new Interpreter(sizes).values(graph.outputValues(), values);
  }

  /** As {@link #run(Graph, List, Map)}, with the sizes of names that stand bare in a shape. */
  public static List<Literal> run(Graph graph, List<Literal> inputs) {
    Map<String, Integer> sizes = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      List<Dim> dims = graph.inputs().get(i).value().tensor().shape().dims();
      int[] shape = inputs.get(i).shape();
      for (int axis = 0; axis < shape.length; axis++) {
        if (dims.get(axis).isName()) {
          sizes.putIfAbsent(dims.get(axis).names().first(), shape[axis]);
        }
      }
    }
    return run(graph, inputs, sizes);
  }

  private List<Literal> values(List<Node> wanted, Map<Node, Literal> values) {
    for (Node node : Graph.reachable(wanted)) {
      if (node instanceof Constant) {
        values.put(node, ((Constant) node).value());
      } else if (node instanceof Apply) {
        Apply apply = (Apply) node;
        List<Literal> arguments = apply.arguments().stream().map(values::get).toList();
        List<Literal> results = ((OpDef) apply.operator()).evaluate(apply, arguments, this);
        List<Node> nodes = apply.builder().results(apply);
        for (int i = 0; i < nodes.size(); i++) {
          values.put(nodes.get(i), results.get(i));
        }
      }
    }
    return wanted.stream().map(values::get).toList();
  }

  @Override
  public int size(Dim dim) {
    return Math.toIntExact(
        dim.evaluate(
            name -> {
              Integer size = sizes.get(name);
              if (size == null) {
                throw new IllegalStateException("no size for " + name);
              }
              return size;
            }));
  }

  @Override
  public List<Literal> run(Region region, List<Literal> parameters) {
    Map<Node, Literal> values = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      values.put(region.parameters().get(i), parameters.get(i));
    }
    return new ArrayList<>(values(region.results(), values));
  }
}
