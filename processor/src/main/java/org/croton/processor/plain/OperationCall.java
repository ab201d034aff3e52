package org.croton.processor.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.croton.Tensor;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.surface.Surface;
import org.croton.runtime.Trees;

/** One call of an operation: its meaning over parameters for its tensors, evaluated at once. */
final class OperationCall {
  private final Surface surface;
  private final History history;
  private final String name;
  private final GraphBuilder builder = new GraphBuilder();
  private final Map<Lineage, Parameter> parameters = new LinkedHashMap<>();

  OperationCall(Surface surface, History history, String name) {
    this.surface = surface;
    this.history = history;
    this.name = name;
  }

  Object run(Object[] args) {
    List<Object> translated = new ArrayList<>();
    for (Object arg : args) {
      translated.add(translate(arg));
    }
    return result(surface.call(builder, name, translated));
  }

  private Object translate(Object arg) {
    if (arg instanceof Tensor tensor) {
      return parameter(tensor);
    }
    if (arg instanceof Tensor[] || (arg instanceof Record && !isIndex(arg))) {
      return Trees.leaves(arg).stream().map(this::parameter).toList();
    }
    return arg;
  }

  private static boolean isIndex(Object arg) {
    return arg instanceof org.croton.Index;
  }

  private Parameter parameter(Tensor tensor) {
    Lineage lineage = history.of(tensor);
    return parameters.computeIfAbsent(
        lineage, key -> builder.parameter(0, parameters.size(), key.value().type()));
  }

  private Object result(Object meaning) {
    if (meaning instanceof Node node) {
      return tensors(List.of(node))[0];
    }
    if (meaning instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Node) {
      return tensors(list.stream().map(Node.class::cast).toList());
    }
    return meaning;
  }

  private Tensor[] tensors(List<Node> nodes) {
    List<Literal> values = evaluate(builder, nodes, parameters);
    Tensor[] tensors = new Tensor[nodes.size()];
    for (int i = 0; i < tensors.length; i++) {
      tensors[i] = history.tensor(values.get(i), origin(nodes.get(i), parameters));
    }
    return tensors;
  }

  static Lineage.Origin origin(Node value, Map<Lineage, Parameter> parameters) {
    return new Lineage.Origin(
        value, List.copyOf(parameters.values()), List.copyOf(parameters.keySet()));
  }

  /** Values of nodes for what the parameters stand for. */
  static List<Literal> evaluate(
      GraphBuilder builder, List<Node> nodes, Map<Lineage, Parameter> parameters) {
    List<Graph.Input> inputs = new ArrayList<>();
    List<Literal> values = new ArrayList<>();
    parameters.forEach(
        (lineage, parameter) -> {
          inputs.add(new Graph.Input("x" + inputs.size(), parameter));
          values.add(lineage.value());
        });
    List<Graph.Output> outputs =
        nodes.stream().map(node -> new Graph.Output("result", node)).toList();
    return Interpreter.run(new Graph(builder, inputs, outputs), values);
  }
}
