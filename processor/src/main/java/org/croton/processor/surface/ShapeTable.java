package org.croton.processor.surface;

import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.Concat.concat;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.movement.Reshape.reshape;
import static org.croton.processor.ops.movement.Squeeze.squeeze;
import static org.croton.processor.ops.movement.Transpose.transpose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.croton.DType;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/** Shapes and axes: asking for them and changing them; joining arrays; tensors to scalars. */
final class ShapeTable {
  private ShapeTable() {}

  static void register(Map<String, Meaning> table) {
    table.put("reshape", call -> reshape(call.tensor(0), newShape(call)));
    table.put("transpose", ShapeTable::transposed);
    table.put("expandDims", ShapeTable::expanded);
    table.put("squeeze", ShapeTable::squeezed);
    table.put("broadcastTo", call -> broadcastTo(call.tensor(0), call.shape(1)));
    table.put("concat", call -> concat(parts(call, 1), joinedAxis(call, parts(call, 1), 0)));
    table.put("stack", ShapeTable::stacked);
    table.put("dim", ShapeTable::dim);
    table.put("rank", call -> call.type(0).rank());
    table.put("shape", call -> call.type(0).shape().dims());
    table.put("dtype", call -> call.type(0).dtype());
    table.put("size", call -> call.type(0).shape().size());
    table.put("copy", call -> call.tensor(0));
    table.put("toDoubles", call -> contents(call, DType.F64));
    table.put("toFloats", call -> contents(call, DType.F32));
    table.put("toInts", call -> contents(call, DType.I32));
    table.put("toLongs", call -> contents(call, DType.I64));
    table.put("toBooleans", call -> contents(call, DType.BOOL));
    table.put("toDoubles2", call -> rows(call, DType.F64));
    table.put("toFloats2", call -> rows(call, DType.F32));
    table.put("item", ShapeTable::item);
    table.put("toInt", call -> cast(item(call), DType.I32));
    table.put("toLong", call -> cast(item(call), DType.I64));
    table.put("isTrue", call -> cast(item(call), DType.BOOL));
  }

  private static Object dim(Call call) {
    Shape shape = call.type(0).shape();
    return shape.dim(AxisList.axis(call, call.arg(1), shape));
  }

  private static Node contents(Call call, DType to) {
    Node x = converted(call, to);
    return reshape(x, Shape.of(x.tensor().shape().size()));
  }

  private static Node rows(Call call, DType to) {
    Node x = converted(call, to);
    if (x.tensor().rank() != 2) {
      throw new TypeMismatch("rank-mismatch", call.name() + " needs a matrix, not " + x.tensor());
    }
    return x;
  }

  /** Only where no value changes. */
  private static Node converted(Call call, DType to) {
    Node x = call.tensor(0);
    if (!DType.lossless(x.tensor().dtype(), to)) {
      throw new TypeMismatch(
          "dtype-mismatch", call.name() + " of " + x.tensor() + " would lose values; cast it");
    }
    return cast(x, to);
  }

  /** A scalar, or the only element of an array. */
  private static Node item(Call call) {
    Node x = call.tensor(0);
    if (!x.tensor().shape().size().isOne()) {
      throw new TypeMismatch(
          "not-a-scalar",
          call.name()
              + " of "
              + x.tensor()
              + ": only one element is a number; use any, all or sum");
    }
    return reshape(x, Shape.SCALAR);
  }

  /** Sizes, of which one may be -1: it follows from the others. */
  private static Shape newShape(Call call) {
    Dim known = Dim.ONE;
    List<Dim> dims = new ArrayList<>();
    int open = -1;
    for (Object size : sizes(call)) {
      Dim dim = call.size(size);
      if (dim.equals(Dim.of(-1)) && open < 0) {
        open = dims.size();
      } else if (dim.isConstant() && dim.constant() < 0) {
        throw new TypeMismatch("negative-size", call.name() + ": a size cannot be " + dim);
      } else {
        known = known.times(dim);
      }
      dims.add(dim);
    }
    Shape from = call.type(0).shape();
    if (open >= 0) {
      Dim rest = known.equals(Dim.ZERO) ? Dim.ZERO : from.size().floorDiv(known);
      if (!rest.times(known).equals(from.size())) {
        throw new TypeMismatch(
            "shape-mismatch",
            "cannot reshape "
                + from
                + " to "
                + dims
                + ": "
                + known
                + " does not provably divide "
                + from.size());
      }
      dims.set(open, rest);
    }
    return new Shape(dims);
  }

  /** The sizes of a shape; a text names dims of the argument, numbers and products of them. */
  private static List<Object> sizes(Call call) {
    List<Object> sizes = new ArrayList<>();
    for (Object size : call.rest(1)) {
      if (size instanceof String) {
        for (String part : ((String) size).split(",", -1)) {
          sizes.add(product(call, part));
        }
      } else {
        sizes.add(size);
      }
    }
    return sizes;
  }

  private static Dim product(Call call, String text) {
    Shape shape = call.type(0).shape();
    Dim product = Dim.ONE;
    for (String factor : text.split("\\*", -1)) {
      String name = factor.trim();
      boolean number = name.matches("-?\\d{1,18}");
      boolean known = shape.dims().stream().anyMatch(dim -> dim.names().contains(name));
      if (!number && !known) {
        throw new TypeMismatch(
            "unknown-dim", call.name() + ": there is no dim \"" + name + "\" in " + shape);
      }
      product = product.times(number ? Dim.of(Long.parseLong(name)) : Dim.name(name));
    }
    return product;
  }

  private static Node transposed(Call call) {
    Node x = call.tensor(0);
    Shape shape = x.tensor().shape();
    List<Object> given = new ArrayList<>();
    for (Object axis : call.rest(1)) {
      if (axis instanceof String) {
        given.addAll(Arrays.asList(((String) axis).split(",", -1)));
      } else {
        given.add(axis);
      }
    }
    List<Integer> order = new ArrayList<>();
    if (given.isEmpty()) {
      IntStream.range(0, shape.rank()).forEach(order::add);
      Collections.reverse(order);
    }
    given.forEach(axis -> order.add(AxisList.axis(call, axis, shape)));
    if (order.size() != shape.rank() || order.stream().distinct().count() != order.size()) {
      throw new TypeMismatch(
          "rank-mismatch", "transpose of " + shape + " needs each axis once, not " + given);
    }
    return transpose(x, order);
  }

  private static Node expanded(Call call) {
    Node x = call.tensor(0);
    Shape shape = x.tensor().shape();
    int axis = AxisList.axis(call, call.integer(1), shape.rank() + 1, shape);
    return expandDims(x, List.of(axis));
  }

  /** Without axes: those that are known to have size 1. */
  private static Node squeezed(Call call) {
    Node x = call.tensor(0);
    Shape shape = x.tensor().shape();
    if (!call.rest(1).isEmpty()) {
      return squeeze(x, AxisList.of(call, 1, shape).axes());
    }
    List<Integer> ones =
        IntStream.range(0, shape.rank()).filter(i -> shape.dim(i).isOne()).boxed().toList();
    return squeeze(x, ones);
  }

  private static List<Node> parts(Call call, int from) {
    List<Object> parts = call.rest(from);
    if (parts.isEmpty()) {
      throw new TypeMismatch("missing-argument", call.name() + " needs at least one tensor");
    }
    return Promotion.promoted(call, parts);
  }

  private static int joinedAxis(Call call, List<Node> parts, int extra) {
    Shape shape = parts.get(0).tensor().shape();
    return AxisList.axis(call, call.integer(0), shape.rank() + extra, shape);
  }

  /** Along a new axis: the given one, or the first. */
  private static Node stacked(Call call) {
    boolean axisGiven = call.arg(0) instanceof Integer;
    List<Node> parts = parts(call, axisGiven ? 1 : 0);
    int axis = axisGiven ? joinedAxis(call, parts, 1) : 0;
    return concat(parts.stream().map(x -> expandDims(x, List.of(axis))).toList(), axis);
  }
}
