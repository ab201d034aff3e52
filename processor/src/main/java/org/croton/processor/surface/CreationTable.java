package org.croton.processor.surface;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Eq.eq;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.Concat.concat;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.movement.Iota.iota;

import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/** New tensors from sizes and numbers. */
final class CreationTable {
  private CreationTable() {}

  static void register(Map<String, Meaning> table) {
    table.put("zeros", call -> Filled.of(call, call.dtype(0), call.shape(1), 0));
    table.put("ones", call -> Filled.of(call, call.dtype(0), call.shape(1), 1));
    table.put("full", CreationTable::full);
    table.put("zerosLike", call -> Filled.like(call, call.tensor(0), 0));
    table.put("onesLike", call -> Filled.like(call, call.tensor(0), 1));
    table.put("eye", CreationTable::eye);
    table.put("oneHot", CreationTable::oneHot);
    table.put("arange", CreationTable::arange);
    table.put("scalar", call -> call.tensor(0));
    table.put("of", CreationTable::of);
  }

  private static Node full(Call call) {
    Node value = Operand.of(call, whole(call, call.arg(1))).as(call.dtype(0));
    return broadcastTo(value, call.shape(2));
  }

  /** A literal as the integer that it is, where integers are needed. */
  private static Object whole(Call call, Object arg) {
    boolean fits = arg instanceof Double x && x == Math.rint(x) && Math.abs(x) < 0x1p53;
    return fits && !call.dtype(0).isFloating() ? (Object) ((Double) arg).longValue() : arg;
  }

  private static Node eye(Call call) {
    Node positions = iota(call.builder(), call.size(call.arg(1)));
    return cast(eq(expandDims(positions, List.of(1)), positions), call.dtype(0));
  }

  /** {@code oneHot(dtype, labels, classes)}: a last axis that is 1 at the label, else 0. */
  private static Node oneHot(Call call) {
    Node labels = call.tensor(1);
    if (!labels.tensor().dtype().isInteger()) {
      throw new TypeMismatch(
          "dtype-unsupported", "labels of oneHot are integers: " + labels.tensor());
    }
    Node classes = cast(iota(call.builder(), call.size(call.arg(2))), labels.tensor().dtype());
    return cast(eq(expandDims(labels, List.of(labels.tensor().rank())), classes), call.dtype(0));
  }

  /**
   * {@code arange(to)}, {@code (from, to)}, {@code (from, to, step)} in I32; with a dtype, that.
   */
  private static Node arange(Call call) {
    boolean typed = call.arg(0) instanceof DType;
    DType dtype = typed ? call.dtype(0) : DType.I32;
    int first = typed ? 1 : 0;
    boolean toOnly = !call.has(first + 1);
    Object from = toOnly ? (Object) 0 : call.arg(first);
    Object to = call.arg(toOnly ? first : first + 1);
    Object step = call.has(first + 2) ? call.arg(first + 2) : (Object) 1;
    Node index = cast(iota(call.builder(), count(call, from, to, step)), dtype);
    Node scaled = step.equals(1) ? index : mul(index, Operand.of(call, step).as(dtype));
    return from.equals(0) ? scaled : add(scaled, Operand.of(call, from).as(dtype));
  }

  private static Dim count(Call call, Object from, Object to, Object step) {
    if (isFraction(from) || isFraction(to) || isFraction(step)) {
      double by = number(call, step);
      double count = Math.ceil((number(call, to) - number(call, from)) / by);
      if (by == 0 || !(count <= Integer.MAX_VALUE)) {
        throw new TypeMismatch(
            "malformed-range", "no range goes from " + from + " to " + to + " by " + step);
      }
      return Dim.of((long) Math.max(0, count));
    }
    int by = call.integer(step);
    if (by == 0) {
      throw new TypeMismatch("malformed-range", "the step of a range cannot be 0");
    }
    Dim distance = call.size(to).minus(call.size(from)).times(Dim.of(Integer.signum(by)));
    Dim stride = Dim.of(Math.abs(by));
    Dim count = distance.plus(stride).minus(Dim.ONE).floorDiv(stride);
    return count.isConstant() && count.constant() < 0 ? Dim.ZERO : count;
  }

  private static boolean isFraction(Object arg) {
    return arg instanceof Double || arg instanceof Float;
  }

  private static double number(Call call, Object arg) {
    if (arg instanceof Number) {
      return ((Number) arg).doubleValue();
    }
    throw new TypeMismatch(
        "not-a-constant",
        call.name() + " needs numbers known at build time, not " + Call.show(arg));
  }

  /** {@code Tensor.of}: numbers, of build time or run time, rows of them, or a Java array. */
  private static Node of(Call call) {
    boolean whole = call.count() == 1 && call.arg(0) instanceof Node x && !x.tensor().isScalar();
    return whole ? call.tensor(0) : array(call, call.rest(0));
  }

  private static Node array(Call call, List<Object> elements) {
    if (elements.isEmpty()) {
      return Filled.of(call, DType.F64, Shape.of(0), 0);
    }
    if (Call.isSequence(elements.get(0))) {
      List<Node> rows =
          elements.stream()
              .map(row -> expandDims(array(call, Call.elements(row)), List.of(0)))
              .toList();
      return concat(rows, 0);
    }
    List<Node> scalars = Promotion.promoted(call, elements);
    return concat(scalars.stream().map(x -> expandDims(x, List.of(0))).toList(), 0);
  }
}
