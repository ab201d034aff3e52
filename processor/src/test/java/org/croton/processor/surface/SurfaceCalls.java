package org.croton.processor.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.croton.DType;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;

/** Calls of public functions on known arrays, and on arrays of which only the type is known. */
final class SurfaceCalls {
  private final GraphBuilder builder = new GraphBuilder();
  private final Surface surface = new Surface(new Differentiator());
  private int parameters;

  GraphBuilder builder() {
    return builder;
  }

  Object call(String name, Object... args) {
    return surface.call(builder, name, Arrays.asList(args));
  }

  Node node(String name, Object... args) {
    return (Node) call(name, args);
  }

  /** A parameter; dims are names, or numbers. */
  Node parameter(DType dtype, String... dims) {
    List<Dim> shape = new ArrayList<>();
    for (String dim : dims) {
      shape.add(dim.matches("\\d+") ? Dim.of(Long.parseLong(dim)) : Dim.name(dim));
    }
    return builder.parameter(0, parameters++, new TensorType(dtype, new Shape(shape)));
  }

  Node reals(double... elements) {
    return builder.constant(
        Literal.reals(DType.F64, new int[] {elements.length}, elements.clone()));
  }

  Node wholes(long... elements) {
    return builder.constant(
        Literal.integers(DType.I32, new int[] {elements.length}, elements.clone()));
  }

  /** 0, 1, 2, ... in a shape. */
  Node counting(DType dtype, int... shape) {
    double[] elements = new double[Literal.count(shape)];
    Arrays.setAll(elements, i -> i);
    Literal reals = Literal.reals(DType.F64, shape, elements);
    if (dtype.isFloating()) {
      return builder.constant(Literal.reals(dtype, shape, elements));
    }
    long[] wholes = new long[elements.length];
    Arrays.setAll(wholes, reals::integer);
    return builder.constant(Literal.integers(dtype, shape, wholes));
  }

  /** The value of a node that depends on nothing. */
  Literal literal(Node node) {
    Graph graph = new Graph(builder, List.of(), List.of(new Graph.Output("y", node)));
    return Interpreter.run(graph, List.of()).get(0);
  }

  double[] values(Node node) {
    Literal literal = literal(node);
    double[] elements = new double[literal.count()];
    Arrays.setAll(elements, literal::real);
    return elements;
  }

  double[] values(String name, Object... args) {
    return values(node(name, args));
  }
}
