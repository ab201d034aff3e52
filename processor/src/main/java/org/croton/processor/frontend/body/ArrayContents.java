package org.croton.processor.frontend.body;

import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.indexing.Accumulate.accumulate;
import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.indexing.Set.set;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.Concat.concat;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.croton.DType;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Nodes;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;

/**
 * What arrays of numbers hold. Short arrays of known length are single values as long as every
 * index is known to the build, so that they become scalars; all others are tensors in versions.
 */
final class ArrayContents {
  /** Longest array that is kept as single values. */
  private static final int LONGEST_ITEMS = 64;

  private final Reading reading;

  ArrayContents(Reading reading) {
    this.reading = reading;
  }

  /** A fresh array. Throws {@link Mistake} if a size is no formula, or negative. */
  ArrayValue zeros(JavaKind kind, List<Value> sizes, Span span) {
    List<Dim> dims = new ArrayList<>();
    for (Value size : sizes) {
      Dim dim = reading.arithmetic.sizes().required(size, "the length of an array", span);
      if (dim.isConstant() && dim.constant() < 0) {
        throw Mistake.of(Code.BUILD_TIME_EXCEPTION, span, "negative length " + dim);
      }
      dims.add(dim);
    }
    Value.Known zero = new Value.Known(kind, kind.zero());
    Dim first = dims.get(0);
    if (dims.size() == 1 && first.isConstant() && first.constant() <= LONGEST_ITEMS) {
      List<Value> items = Collections.nCopies((int) first.constant(), zero);
      return new ArrayValue(kind, 1, reading.store.make("array", new Value.Items(items)));
    }
    Node content = broadcastTo(reading.conversions.node(zero, kind.dtype()), new Shape(dims));
    return new ArrayValue(
        kind, dims.size(), reading.store.make("array", new Value.Tensor(content)));
  }

  /** A value of the same form that is all zero. */
  Value blank(Value form) {
    return Nodes.map(
        form,
        node -> {
          Node zero = reading.builder().constant(node.tensor().dtype(), 0L);
          return node.tensor().isScalar() ? zero : broadcastTo(zero, node.tensor().shape());
        });
  }

  /** An array that starts with a tensor's elements and shares nothing. */
  ArrayValue of(JavaKind kind, Node content) {
    return new ArrayValue(
        kind, content.tensor().rank(), reading.store.make("array", new Value.Tensor(content)));
  }

  /** The array or row with elements of its own. */
  ArrayValue copy(ArrayValue array) {
    Value content = reading.read(array.content());
    return array.prefix().isEmpty()
        ? new ArrayValue(array.element(), array.rank(), reading.store.make("copy", content))
        : of(array.element(), node(array));
  }

  /** Gives all elements one value, already of the element type. */
  void fill(ArrayValue array, Value value) {
    Value content = reading.read(array.content());
    if (array.prefix().isEmpty() && content instanceof Value.Items items) {
      List<Value> same = Collections.nCopies(items.values().size(), value);
      reading.store.set(array.content(), new Value.Items(same));
      return;
    }
    Node whole = whole(array);
    Node element = reading.conversions.node(value, array.element().dtype());
    int outer = array.prefix().size();
    Shape shape = whole.tensor().shape();
    Node filled = broadcastTo(element, new Shape(shape.dims().subList(outer, shape.rank())));
    Node version =
        array.prefix().isEmpty()
            ? filled
            : set(whole, nodes(array.prefix()), filled, reading.guardNode());
    reading.store.set(array.content(), new Value.Tensor(version));
  }

  Value length(ArrayValue array) {
    Value content = reading.read(array.content());
    if (content instanceof Value.Items items) {
      return Value.Known.of(items.values().size());
    }
    TensorType type = ((Value.Tensor) content).node().tensor();
    return Sizes.value(type.shape().dim(array.prefix().size()));
  }

  /** The current version of the whole array as a tensor; single values are put together. */
  Node whole(ArrayValue array) {
    Value content = reading.read(array.content());
    if (content instanceof Value.Items items) {
      Node node = node(items, array.element());
      reading.store.setPastBranches(array.content(), new Value.Tensor(node));
      return node;
    }
    return ((Value.Tensor) content).node();
  }

  /** What an array holds as a tensor. */
  Node node(Value content, JavaKind kind) {
    return content instanceof Value.Items items
        ? node(items, kind)
        : ((Value.Tensor) content).node();
  }

  /** The array or row as a tensor, the array itself left as it is. */
  Node node(ArrayValue array) {
    Node whole = node(reading.read(array.content()), array.element());
    return array.prefix().isEmpty()
        ? whole
        : get(whole, nodes(array.prefix()), reading.guardNode());
  }

  /** Numbers side by side. */
  Node node(Value.Items items, JavaKind kind) {
    DType dtype = kind.dtype();
    List<Node> nodes =
        items.values().stream().map(item -> reading.conversions.node(item, dtype)).toList();
    if (nodes.isEmpty()) {
      return broadcastTo(reading.builder().constant(dtype, 0L), Shape.of(0));
    }
    return stack(nodes);
  }

  /** Tensors of one type along a new first axis. */
  Node stack(List<Node> nodes) {
    if (nodes.stream().allMatch(node -> node instanceof Constant)) {
      return reading.builder().constant(stackLiterals(nodes));
    }
    return concat(nodes.stream().map(node -> expandDims(node, List.of(0))).toList(), 0);
  }

  private static Literal stackLiterals(List<Node> nodes) {
    List<Literal> parts = nodes.stream().map(node -> ((Constant) node).value()).toList();
    Literal first = parts.get(0);
    int[] shape = new int[first.rank() + 1];
    shape[0] = parts.size();
    System.arraycopy(first.shape(), 0, shape, 1, first.rank());
    int count = first.count();
    if (first.dtype().isFloating()) {
      double[] reals = new double[parts.size() * count];
      for (int i = 0; i < reals.length; i++) {
        reals[i] = parts.get(i / count).real(i % count);
      }
      return Literal.reals(first.dtype(), shape, reals);
    }
    long[] integers = new long[parts.size() * count];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = parts.get(i / count).integer(i % count);
    }
    return Literal.integers(first.dtype(), shape, integers);
  }

  List<Node> nodes(List<Value> indices) {
    return indices.stream().map(index -> reading.conversions.node(index, DType.I64)).toList();
  }

  /** Throws {@link Mistake} if a known index is out of a known range. */
  void checkKnown(Node whole, List<Value> indices, Span span) {
    for (int axis = 0; axis < indices.size(); axis++) {
      Dim size = whole.tensor().shape().dim(axis);
      if (indices.get(axis) instanceof Value.Known known) {
        int index = (int) known.as(JavaKind.INT).value();
        if (index < 0 || (size.isConstant() && index >= size.constant())) {
          throw Mistake.of(
              Code.BUILD_TIME_EXCEPTION,
              span,
              "index " + index + " is out of range for length " + size);
        }
      }
    }
  }

  /** {@code array[index] = value}, the value already of the element type. */
  void write(ArrayValue array, Value index, Value value, Span span) {
    Value content = reading.read(array.content());
    if (content instanceof Value.Items items && index instanceof Value.Known known) {
      int position = (int) known.as(JavaKind.INT).value();
      if (position < 0 || position >= items.values().size()) {
        throw Mistake.of(
            Code.BUILD_TIME_EXCEPTION,
            span,
            "index " + position + " is out of range for length " + items.values().size());
      }
      List<Value> changed = new ArrayList<>(items.values());
      changed.set(position, value);
      reading.store.set(array.content(), new Value.Items(changed));
      return;
    }
    Node whole = whole(array);
    List<Value> indices = array.indices(List.of(index));
    checkKnown(whole, indices, span);
    Node element = reading.conversions.node(value, array.element().dtype());
    update(array, set(whole, nodes(indices), element, reading.guardNode()), span);
  }

  /** {@code array[index] = row}, with the elements of the row. Throws {@link Mistake}. */
  void writeRow(ArrayValue array, Value index, ArrayValue row, Span span) {
    Node whole = whole(array);
    List<Value> indices = array.indices(List.of(index));
    checkKnown(whole, indices, span);
    update(array, set(whole, nodes(indices), node(row), reading.guardNode()), span);
  }

  /** {@code array[index] += value}, or {@code -=}, where both have the element type. */
  void add(ArrayValue array, Value index, Value value, boolean subtract, Span span) {
    Node whole = whole(array);
    List<Value> indices = array.indices(List.of(index));
    checkKnown(whole, indices, span);
    Node term = reading.conversions.node(value, array.element().dtype());
    Node signed = subtract ? neg(term) : term;
    update(array, accumulate(whole, nodes(indices), signed, reading.guardNode()), span);
  }

  private void update(ArrayValue array, Node version, Span span) {
    reading.spans.add(version, span);
    reading.store.setPastBranches(array.content(), new Value.Tensor(version));
  }
}
