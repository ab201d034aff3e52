package org.croton.processor.frontend.body;

import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.Iota.iota;
import static org.croton.processor.ops.movement.Reshape.reshape;

import com.sun.source.tree.ExpressionTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.frontend.names.ValueTypes;
import org.croton.processor.frontend.value.FunctionValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.report.Code;
import org.croton.processor.report.Span;
import org.croton.processor.type.Broadcast;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * {@code map} and its kin, and {@code fill}: the lambda is read once, with each parameter standing
 * for all elements, so that its operators become elementwise operations of the graph.
 */
final class MapCalls {
  /** Result kind by function; in a map a double is of the kind that the tensors promote to. */
  private static final Map<String, JavaKind> RESULTS =
      Map.of(
          "map", JavaKind.DOUBLE,
          "mapToBool", JavaKind.BOOLEAN,
          "mapToInt", JavaKind.INT,
          "mapToLong", JavaKind.LONG);

  private final Reading reading;

  MapCalls(Reading reading) {
    this.reading = reading;
  }

  /** The call's value, or null if it is none of these. */
  @Nullable Value call(String name, List<Value> arguments, ExpressionTree tree, Frame frame) {
    JavaKind result = RESULTS.get(name);
    if (result != null) {
      return map(result, arguments, tree, frame);
    }
    return name.equals("fill") ? fill(arguments, tree, frame) : null;
  }

  private Value map(JavaKind result, List<Value> arguments, ExpressionTree tree, Frame frame) {
    FunctionValue function = (FunctionValue) arguments.get(arguments.size() - 1);
    List<Node> tensors = new ArrayList<>();
    for (Value argument : arguments.subList(0, arguments.size() - 1)) {
      tensors.add(((Value.Tensor) argument).node());
    }
    Shape shape = shape(tensors);
    DType kind = workingKind(tensors);
    reading.enterMap(kind);
    try {
      List<Value> parameters = new ArrayList<>();
      for (Node tensor : tensors) {
        parameters.add(new Value.Scalar(JavaKind.DOUBLE, cast(tensor, kind)));
      }
      Value value = function.call(parameters);
      return whole(value, result, shape, reading.span(tree, frame));
    } finally {
      reading.leaveMap();
    }
  }

  private Shape shape(List<Node> tensors) {
    List<Shape> shapes = tensors.stream().map(tensor -> tensor.tensor().shape()).toList();
    return Broadcast.shapes("map over", shapes);
  }

  private static DType workingKind(List<Node> tensors) {
    DType kind = tensors.get(0).tensor().dtype();
    for (Node tensor : tensors) {
      kind = DType.promote(kind, tensor.tensor().dtype());
    }
    return kind.isFloating() ? kind : DType.F64;
  }

  /** The lambda's value as tensors of the whole shape; a record gives a record of tensors. */
  private Value whole(Value value, JavaKind result, Shape shape, Span span) {
    if (value instanceof RecordValue record) {
      List<Value> components = new ArrayList<>();
      for (Value component : record.components()) {
        JavaKind kind = ValueTypes.kind(component);
        components.add(whole(component, kind == null ? result : kind, shape, span));
      }
      return new RecordValue(record.type(), components);
    }
    Value converted =
        reading.conversions.assign(value, reading.source.language().primitive(result), span);
    Node node = reading.conversions.node(converted, result);
    return new Value.Tensor(node.tensor().shape().equals(shape) ? node : broadcastTo(node, shape));
  }

  /** {@code fill(dtype, i -> ..., sizes)}: a function of the flat position. */
  private Value fill(List<Value> arguments, ExpressionTree tree, Frame frame) {
    DType dtype = (DType) reading.tensorCalls.argument(arguments.get(0), "fill");
    FunctionValue function = (FunctionValue) arguments.get(1);
    List<Dim> dims = new ArrayList<>();
    for (Object size : (List<?>) reading.tensorCalls.argument(arguments.get(2), "fill")) {
      if (!(size instanceof Dim || size instanceof Integer)) {
        throw reading.mistake(
            Code.DIM_UNDETERMINED, tree, frame, "the sizes of fill must be known at entry");
      }
      dims.add(size instanceof Dim dim ? dim : Dim.of((Integer) size));
    }
    Shape shape = new Shape(dims);
    reading.enterMap(dtype.isFloating() ? dtype : DType.F64);
    try {
      Node position = iota(reading.builder(), shape.size());
      Value value = function.call(List.of(new Value.Scalar(JavaKind.LONG, position)));
      Shape flat = Shape.of(shape.size());
      Value whole = whole(value, JavaKind.DOUBLE, flat, reading.span(tree, frame));
      return new Value.Tensor(reshape(cast(((Value.Tensor) whole).node(), dtype), shape));
    } finally {
      reading.leaveMap();
    }
  }
}
