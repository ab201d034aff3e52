package org.croton.processor.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Result;
import org.croton.processor.op.TypedAttrs;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;

/** Makes the same graph with F64 in the place of F32, in a builder of its own. */
final class Widening {
  private final GraphBuilder target;
  private final Map<Node, Node> images = new HashMap<>();

  private Widening(GraphBuilder target) {
    this.target = target;
  }

  static Graph of(Graph graph) {
    Widening widening = new Widening(new GraphBuilder());
    List<Graph.Input> inputs = new ArrayList<>();
    for (Graph.Input input : graph.inputs()) {
      inputs.add(new Graph.Input(input.name(), widening.parameter(input.value())));
    }
    List<Node> values = widening.images(graph.outputValues());
    List<Graph.Output> outputs = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      outputs.add(graph.outputs().get(i).with(values.get(i)));
    }
    return new Graph(widening.target, inputs, outputs);
  }

  /** The same numbers in F64 if they are in F32. */
  static Literal of(Literal value) {
    if (value.dtype() != DType.F32) {
      return value;
    }
    double[] elements = new double[value.count()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = value.real(i);
    }
    return Literal.reals(DType.F64, value.shape(), elements);
  }

  private static DType of(DType dtype) {
    return dtype == DType.F32 ? DType.F64 : dtype;
  }

  private static Type of(Type type) {
    return type instanceof TensorType
        ? ((TensorType) type).withDtype(of(((TensorType) type).dtype()))
        : type;
  }

  private static Attrs of(Attrs attrs) {
    return attrs instanceof TypedAttrs
        ? ((TypedAttrs) attrs).withDtype(of(((TypedAttrs) attrs).dtype()))
        : attrs;
  }

  private Parameter parameter(Parameter parameter) {
    Parameter image = target.parameter(parameter.depth(), parameter.index(), of(parameter.type()));
    images.put(parameter, image);
    return image;
  }

  private List<Node> images(List<Node> wanted) {
    for (Node node : Graph.reachable(wanted)) {
      if (!images.containsKey(node)) {
        images.put(node, image(node));
      }
    }
    return wanted.stream().map(this::known).toList();
  }

  private Node known(Node node) {
    Node image = images.get(node);
    if (image == null) {
      throw new IllegalStateException(node + " has no image");
    }
    return image;
  }

  private Node image(Node node) {
    if (node instanceof Constant) {
      return target.constant(of(((Constant) node).value()));
    }
    if (node instanceof Result) {
      Result result = (Result) node;
      return target.result((Apply) known(result.apply()), result.index());
    }
    if (node instanceof Apply) {
      Apply apply = (Apply) node;
      return target.apply(
          apply.operator(),
          of(apply.attrs()),
          apply.arguments().stream().map(this::known).toList(),
          apply.regions().stream().map(this::image).toList());
    }
    throw new IllegalArgumentException(node + " is no parameter of the graph");
  }

  private Region image(Region region) {
    Widening inner = new Widening(target);
    List<Parameter> parameters = region.parameters().stream().map(inner::parameter).toList();
    return new Region(parameters, inner.images(region.results()));
  }
}
