package org.croton.processor.frontend.body;

import static org.croton.processor.ops.indexing.Get.get;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.croton.DType;
import org.croton.processor.frontend.names.ValueTypes;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;

/** Evaluates array creation and element access, with exactly Java's sharing. */
final class ArrayReader {
  private final Reading reading;
  private final ArrayContents contents;

  ArrayReader(Reading reading) {
    this.reading = reading;
    this.contents = new ArrayContents(reading);
  }

  ArrayContents contents() {
    return contents;
  }

  Value create(NewArrayTree tree, Frame frame) {
    if (tree.getType() == null) {
      throw reading.mistake(
          Code.UNSUPPORTED_EXPRESSION,
          tree,
          frame,
          "an array of unknown type is not possible in a compiled method");
    }
    int bare = tree.getInitializers() == null ? tree.getDimensions().size() : 1;
    TypeMirror element = reading.expressions.type(tree.getType(), frame);
    TypeMirror type = reading.source.language().array(element, bare);
    return tree.getInitializers() == null
        ? fresh(tree, type, frame)
        : initializer(tree, type, frame);
  }

  /** An initial value, which may be a bare {@code {...}} of an array type. */
  Value initializer(ExpressionTree tree, TypeMirror type, Frame frame) {
    boolean braces = tree instanceof NewArrayTree array && array.getInitializers() != null;
    if (!braces || type.getKind() != TypeKind.ARRAY) {
      return reading.expressions.evaluate(tree, frame);
    }
    TypeMirror element = ((ArrayType) type).getComponentType();
    List<Value> values = new ArrayList<>();
    for (ExpressionTree item : ((NewArrayTree) tree).getInitializers()) {
      Value value = initializer(item, element, frame);
      values.add(reading.conversions.assign(value, element, reading.span(item, frame)));
    }
    return of(type, values, reading.span(tree, frame));
  }

  /** An array with known references or numbers. Throws {@link Mistake} if it is ragged. */
  Value of(TypeMirror type, List<Value> values, Span span) {
    TypeMirror element = ((ArrayType) type).getComponentType();
    JavaKind kind = JavaKind.of(element.getKind());
    if (kind != null) {
      return new ArrayValue(kind, 1, reading.store.make("array", new Value.Items(values)));
    }
    if (!values.isEmpty() && values.stream().allMatch(value -> value instanceof ArrayValue)) {
      return matrix(values, span);
    }
    return new SequenceValue(type, reading.store.make("array", new Value.Items(values)), true);
  }

  private Value matrix(List<Value> rows, Span span) {
    ArrayValue first = (ArrayValue) rows.get(0);
    List<Node> nodes = rows.stream().map(row -> contents.node((ArrayValue) row)).toList();
    if (nodes.stream().anyMatch(node -> !node.type().equals(nodes.get(0).type()))) {
      throw Mistake.of(
          Code.UNSUPPORTED_TYPE, span, "the rows differ in length: arrays are rectangular here");
    }
    Value.Tensor content = new Value.Tensor(contents.stack(nodes));
    return new ArrayValue(first.element(), first.rank() + 1, reading.store.make("array", content));
  }

  private Value fresh(NewArrayTree tree, TypeMirror type, Frame frame) {
    List<Value> sizes = new ArrayList<>();
    for (ExpressionTree size : tree.getDimensions()) {
      sizes.add(reading.expressions.evaluate(size, frame));
    }
    TypeMirror element = type;
    for (int i = 0; i < sizes.size(); i++) {
      element = ((ArrayType) element).getComponentType();
    }
    JavaKind kind = JavaKind.of(element.getKind());
    if (kind != null) {
      return contents.zeros(kind, sizes, reading.span(tree, frame));
    }
    if (element.getKind() == TypeKind.ARRAY && sizes.size() == 1 && isPrimitive(element)) {
      throw reading.mistake(
          Code.UNSUPPORTED_EXPRESSION,
          tree,
          frame,
          "an array of rows to come is not possible in a compiled method: give all sizes, as in new double[n][m]");
    }
    return objects(type, sizes, 0, tree, frame);
  }

  private static boolean isPrimitive(TypeMirror type) {
    TypeMirror element = type;
    while (element.getKind() == TypeKind.ARRAY) {
      element = ((ArrayType) element).getComponentType();
    }
    return element.getKind().isPrimitive();
  }

  private Value objects(TypeMirror type, List<Value> sizes, int axis, Tree tree, Frame frame) {
    if (axis == sizes.size()) {
      return Value.Missing.NULL;
    }
    if (!(sizes.get(axis) instanceof Value.Known length)) {
      throw reading.mistake(
          Code.UNSUPPORTED_EXPRESSION,
          tree,
          frame,
          "an array of objects whose length the build does not know is not possible in a compiled method");
    }
    TypeMirror element = ((ArrayType) type).getComponentType();
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < (int) length.as(JavaKind.INT).value(); i++) {
      items.add(objects(element, sizes, axis + 1, tree, frame));
    }
    return new SequenceValue(type, reading.store.make("array", new Value.Items(items)), true);
  }

  /** The number of elements, or of rows. */
  Value length(ArrayValue array) {
    return contents.length(array);
  }

  List<Value> items(SequenceValue sequence) {
    return ((Value.Items) reading.read(sequence.content())).values();
  }

  /** {@code a[i]}: a row, an element, or an object. */
  Value read(ArrayAccessTree tree, Frame frame) {
    Value array = reading.expressions.evaluate(tree.getExpression(), frame);
    Value index = index(tree.getIndex(), frame);
    if (array instanceof SequenceValue sequence) {
      return item(sequence, index, tree, frame);
    }
    ArrayValue numbers = numbers(array, tree, frame);
    if (numbers.rank() > 1) {
      return numbers.row(index);
    }
    return element(numbers, index, tree, frame);
  }

  ArrayValue numbers(Value array, ArrayAccessTree tree, Frame frame) {
    if (array instanceof ArrayValue numbers) {
      return numbers;
    }
    throw reading.mistake(
        array == Value.Missing.NULL ? Code.NULL_VALUE : Code.INCOMPATIBLE_TYPES,
        tree.getExpression(),
        frame,
        array == Value.Missing.NULL
            ? tree.getExpression()
            : reading.source.valueTypes().describe(array),
        "an array");
  }

  /** An index: an int of rank 0. */
  Value index(ExpressionTree tree, Frame frame) {
    Value index = reading.expressions.evaluate(tree, frame);
    JavaKind kind = ValueTypes.kind(index);
    if (kind == null || kind.promoted() != JavaKind.INT) {
      throw reading.mistake(
          Code.INCOMPATIBLE_TYPES, tree, frame, reading.source.valueTypes().describe(index), "int");
    }
    if (index instanceof Value.Scalar scalar && scalar.node().tensor().rank() > 0) {
      throw reading.mistake(
          Code.UNSUPPORTED_EXPRESSION,
          tree,
          frame,
          "an array index that differs per element of a map is not possible in a compiled method");
    }
    return index;
  }

  private Value item(SequenceValue sequence, Value index, ArrayAccessTree tree, Frame frame) {
    List<Value> items = items(sequence);
    if (!(index instanceof Value.Known) && areAlike(items)) {
      return stacked(items, index, tree, frame);
    }
    int position = position(index, items.size(), tree, frame);
    Value item = items.get(position);
    if (item instanceof Value.Tensor && reading.inMap()) {
      throw reading.mistake(Code.CAPTURED_TENSOR, tree, frame, tree);
    }
    return item;
  }

  private static boolean areAlike(List<Value> items) {
    return !items.isEmpty()
        && items.stream()
            .allMatch(
                item ->
                    item instanceof Value.Tensor tensor
                        && tensor
                            .node()
                            .type()
                            .equals(((Value.Tensor) items.get(0)).node().type()));
  }

  /** One of several tensors of one type, at an index that only the run knows. */
  private Value stacked(List<Value> items, Value index, ArrayAccessTree tree, Frame frame) {
    if (reading.inMap()) {
      throw reading.mistake(Code.CAPTURED_TENSOR, tree, frame, tree);
    }
    List<Node> nodes = items.stream().map(item -> ((Value.Tensor) item).node()).toList();
    Node whole = contents.stack(nodes);
    return new Value.Tensor(get(whole, contents.nodes(List.of(index)), reading.guardNode()));
  }

  /** A known index in range. Throws {@link Mistake} otherwise. */
  int position(Value index, int length, ArrayAccessTree tree, Frame frame) {
    if (!(index instanceof Value.Known known)) {
      throw reading.mistake(
          Code.UNSUPPORTED_EXPRESSION,
          tree.getIndex(),
          frame,
          "an array of objects at an index that only the run knows is not possible in a compiled"
              + " method, unless all are tensors of one element type and one shape");
    }
    int position = (int) known.as(JavaKind.INT).value();
    if (position < 0 || position >= length) {
      throw reading.mistake(
          Code.BUILD_TIME_EXCEPTION,
          tree,
          frame,
          "index " + position + " is out of range for length " + length);
    }
    return position;
  }

  Value element(ArrayValue array, Value index, ArrayAccessTree tree, Frame frame) {
    Value content = reading.read(array.content());
    if (content instanceof Value.Items items && index instanceof Value.Known) {
      return items.values().get(position(index, items.values().size(), tree, frame));
    }
    List<Value> indices = array.indices(List.of(index));
    Node whole = contents.whole(array);
    if (whole instanceof Constant constant
        && indices.stream().allMatch(i -> i instanceof Value.Known)) {
      return constantElement(array, constant, indices, tree, frame);
    }
    contents.checkKnown(whole, indices, reading.span(tree, frame));
    Node node = get(whole, contents.nodes(indices), reading.guardNode());
    return new Value.Scalar(array.element(), node);
  }

  /** The element at an index that is known to be in range. */
  Value at(ArrayValue array, Value index, Span span) {
    Node node =
        get(
            contents.whole(array),
            contents.nodes(array.indices(List.of(index))),
            reading.guardNode());
    reading.spans.add(node, span);
    return new Value.Scalar(array.element(), node);
  }

  private Value constantElement(
      ArrayValue array, Constant constant, List<Value> indices, ArrayAccessTree tree, Frame frame) {
    int[] shape = constant.value().shape();
    int flat = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      flat = flat * shape[axis] + position(indices.get(axis), shape[axis], tree, frame);
    }
    JavaKind kind = array.element();
    if (kind == JavaKind.BOOLEAN) {
      return Value.Known.of(constant.value().integer(flat) != 0);
    }
    DType dtype = constant.value().dtype();
    Object number =
        dtype.isFloating()
            ? (Object) constant.value().real(flat)
            : (Object) constant.value().integer(flat);
    return new Value.Known(kind, kind.convert(number));
  }

  /** The value, with arrays in it marked as not to be written. */
  static Value owned(Value value, String owner) {
    return value instanceof ArrayValue array
        ? new ArrayValue(
            array.element(), array.baseRank(), array.content(), Collections.emptyList(), owner)
        : value;
  }
}
