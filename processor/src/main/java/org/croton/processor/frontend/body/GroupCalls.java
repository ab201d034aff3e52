package org.croton.processor.frontend.body;

import com.sun.source.tree.ExpressionTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.FunctionValue;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.report.Code;
import org.jspecify.annotations.Nullable;

/** Functions over records and arrays of tensors: taken apart, and put together in the same form. */
final class GroupCalls {
  private static final Set<String> LIKE = Set.of("zerosLike", "onesLike");

  private final Reading reading;
  private final TensorCalls tensors;

  GroupCalls(Reading reading, TensorCalls tensors) {
    this.reading = reading;
    this.tensors = tensors;
  }

  /** The call's value, or null if it is none of these. */
  @Nullable Value call(String name, List<Value> arguments, ExpressionTree tree, Frame frame) {
    if (arguments.isEmpty()) {
      return null;
    }
    if (name.equals("each")) {
      return each(arguments, tree, frame);
    }
    Value last = arguments.get(arguments.size() - 1);
    if (name.equals("grad") && arguments.size() == 2 && isGroup(last)) {
      return grad(arguments.get(0), last);
    }
    if (name.equals("grad") && arguments.get(0) instanceof FunctionValue function) {
      return ofFunction(function, last, tree, frame);
    }
    boolean record = arguments.size() == 1 && last instanceof RecordValue;
    if (record && LIKE.contains(name)) {
      return map(last, node -> tensors.surface(name, List.of(node)));
    }
    return record && name.equals("norm") ? norm(last) : null;
  }

  private static boolean isGroup(Value value) {
    return value instanceof RecordValue || value instanceof SequenceValue;
  }

  private Value each(List<Value> arguments, ExpressionTree tree, Frame frame) {
    FunctionValue function = (FunctionValue) arguments.get(arguments.size() - 1);
    return each(arguments.subList(0, arguments.size() - 1), function, tree, frame);
  }

  private Value each(List<Value> groups, FunctionValue function, ExpressionTree tree, Frame frame) {
    Value first = groups.get(0);
    if (groups.stream().allMatch(group -> group instanceof Value.Tensor)) {
      return function.call(groups);
    }
    if (!isGroup(first)) {
      return first;
    }
    List<List<Value>> parts = groups.stream().map(this::parts).toList();
    int size = parts.get(0).size();
    boolean alike =
        groups.stream().allMatch(group -> group.getClass() == first.getClass())
            && parts.stream().allMatch(part -> part.size() == size);
    if (!alike) {
      throw reading.mistake(
          Code.INCOMPATIBLE_TYPES,
          tree,
          frame,
          reading.source.valueTypes().describe(groups),
          "groups of the same structure");
    }
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int part = i;
      List<Value> column = parts.stream().map(values -> values.get(part)).toList();
      results.add(each(column, function, tree, frame));
    }
    return like(first, results);
  }

  private List<Value> parts(Value group) {
    if (group instanceof RecordValue record) {
      return record.components();
    }
    return group instanceof SequenceValue sequence ? reading.arrays.items(sequence) : List.of();
  }

  private Value like(Value group, List<Value> parts) {
    if (group instanceof RecordValue record) {
      return new RecordValue(record.type(), parts);
    }
    SequenceValue sequence = (SequenceValue) group;
    return new SequenceValue(
        sequence.type(),
        reading.store.make("group", new Value.Items(parts)),
        sequence.isWritable());
  }

  /**
   * Each floating tensor replaced, or the one number that the value is; all else stays, numbers
   * inside a group too.
   */
  Value map(Value group, Function<Node, Node> change) {
    if (group instanceof Value.Tensor tensor) {
      return isFloating(tensor.node()) ? new Value.Tensor(change.apply(tensor.node())) : group;
    }
    if (group instanceof Value.Scalar scalar) {
      return isFloating(scalar.node())
          ? new Value.Scalar(scalar.kind(), change.apply(scalar.node()))
          : group;
    }
    if (group instanceof ArrayValue array) {
      Node node = reading.arrays.contents().node(array);
      return isFloating(node)
          ? reading.arrays.contents().of(array.element(), change.apply(node))
          : group;
    }
    if (!isGroup(group)) {
      return group;
    }
    List<Value> mapped = new ArrayList<>();
    for (Value part : parts(group)) {
      mapped.add(part instanceof Value.Scalar ? part : map(part, change));
    }
    return like(group, mapped);
  }

  private static boolean isFloating(Node node) {
    return node.tensor().dtype().isFloating();
  }

  /** The floating nodes of a group in order. */
  List<Node> nodes(Value group) {
    List<Node> nodes = new ArrayList<>();
    map(
        group,
        node -> {
          nodes.add(node);
          return node;
        });
    return nodes;
  }

  private Value grad(Value cost, Value group) {
    List<Object> args =
        List.of(tensors.argument(cost, "grad"), new ArrayList<Object>(nodes(group)));
    List<?> gradients = (List<?>) reading.surface.call(reading.builder(), "grad", args);
    List<Object> rest = new ArrayList<>(gradients);
    return map(group, node -> (Node) rest.remove(0));
  }

  /** {@code grad(f, x)} with a function of a number or an array. */
  private Value ofFunction(FunctionValue function, Value at, ExpressionTree tree, Frame frame) {
    if (!(at instanceof Value.Scalar) && !(at instanceof ArrayValue)) {
      throw reading.mistake(
          Code.NOT_DIFFERENTIABLE,
          tree,
          frame,
          "grad of a function is taken at a run-time number or array, not at "
              + reading.source.valueTypes().describe(at));
    }
    Value argument =
        at instanceof ArrayValue array
            ? reading.arrays.contents().of(array.element(), reading.arrays.contents().node(array))
            : at;
    Value cost = function.call(List.of(argument));
    if (!(cost instanceof Value.Scalar scalar)) {
      throw reading.mistake(
          Code.DISCONNECTED, tree, frame, "grad: the function does not depend on its argument");
    }
    Node x = nodes(at).get(0);
    Node gradient = tensors.surface("grad", List.of(scalar.node(), x));
    return map(at, node -> gradient);
  }

  private Value norm(Value group) {
    Node sum = null;
    for (Node node : nodes(group)) {
      Node square = tensors.surface("sum", List.of(tensors.surface("square", List.of(node))));
      sum = sum == null ? square : tensors.surface("add", List.of(sum, square));
    }
    return sum == null
        ? Value.Known.of(0.0)
        : new Value.Tensor(tensors.surface("sqrt", List.of(sum)));
  }
}
