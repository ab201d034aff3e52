package org.croton.processor.frontend.body;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.BitAnd.bitAnd;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.FloorDiv.floorDiv;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.indexing.Get.get;

import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.croton.DType;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;

/**
 * Java's shifts, and the wrapping of its narrow types, as arithmetic: a shift to the left
 * multiplies by a power of two, one to the right divides by it and rounds down, an unsigned one
 * also masks.
 */
final class Shifts {
  private static final Set<Tree.Kind> OPERATORS =
      Set.of(Tree.Kind.LEFT_SHIFT, Tree.Kind.RIGHT_SHIFT, Tree.Kind.UNSIGNED_RIGHT_SHIFT);

  private final Reading reading;

  Shifts(Reading reading) {
    this.reading = reading;
  }

  static boolean isShift(Tree.Kind operator) {
    return OPERATORS.contains(operator);
  }

  /** The shifted value, of the left operand's promoted kind. */
  Value shifted(Tree.Kind operator, JavaKind kind, Value value, Value distance) {
    int bits = kind == JavaKind.LONG ? 64 : 32;
    Node x = reading.conversions.node(value, kind);
    Node by =
        bitAnd(
            reading.conversions.node(distance, DType.I64),
            reading.builder().constant(DType.I64, bits - 1L));
    Node result =
        switch (operator) {
          case LEFT_SHIFT -> mul(x, element(kind, bits, by, k -> 1L << k));
          case RIGHT_SHIFT -> right(kind, bits, x, by);
          default ->
              bitAnd(
                  right(kind, bits, x, by),
                  element(kind, bits, by, k -> k == 0 ? -1L : (1L << (bits - k)) - 1));
        };
    return new Value.Scalar(kind, result);
  }

  /** In two steps, of which each divides by a power of two that the type can hold. */
  private Node right(JavaKind kind, int bits, Node x, Node by) {
    Node first = element(kind, bits, by, k -> 1L << (k / 2));
    Node second = element(kind, bits, by, k -> 1L << (k - k / 2));
    return floorDiv(floorDiv(x, first), second);
  }

  /** What a distance stands for, looked up in a table. */
  private Node element(JavaKind kind, int bits, Node by, IntToLongFunction value) {
    long[] all = IntStream.range(0, bits).mapToLong(value).toArray();
    Literal table = Literal.integers(kind.dtype(), new int[] {bits}, all);
    Node always = reading.conditions.always();
    return get(reading.builder().constant(table), List.of(by), always);
  }

  /** An int as a byte, short or char holds it. */
  Node wrapped(Node number, JavaKind narrow) {
    if (narrow == JavaKind.CHAR) {
      return bitAnd(number, whole(0xffff));
    }
    long half = narrow == JavaKind.BYTE ? 0x80 : 0x8000;
    return sub(bitAnd(add(number, whole(half)), whole(2 * half - 1)), whole(half));
  }

  private Node whole(long value) {
    return reading.builder().constant(DType.I32, value);
  }

  /** A number as an int, as a cast makes it. */
  Node narrowed(Node number) {
    return number.tensor().dtype() == DType.I32 ? number : cast(number, DType.I32);
  }
}
