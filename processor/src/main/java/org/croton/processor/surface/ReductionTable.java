package org.croton.processor.surface;

import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Gt.gt;
import static org.croton.processor.ops.elementwise.Require.require;
import static org.croton.processor.ops.elementwise.Sqrt.sqrt;
import static org.croton.processor.ops.elementwise.Square.square;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.movement.Reshape.reshape;
import static org.croton.processor.ops.movement.Size.size;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.croton.DType;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.reduction.All;
import org.croton.processor.ops.reduction.Any;
import org.croton.processor.ops.reduction.Argmax;
import org.croton.processor.ops.reduction.Argmin;
import org.croton.processor.ops.reduction.Max;
import org.croton.processor.ops.reduction.Min;
import org.croton.processor.ops.reduction.Prod;
import org.croton.processor.ops.reduction.Sum;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/** Reductions over everything, or over axes by number or name. */
final class ReductionTable {
  private ReductionTable() {}

  static void register(Map<String, Meaning> table) {
    table.put("sum", call -> reduced(call, Sum::sum));
    table.put("prod", call -> reduced(call, Prod::prod));
    table.put("max", call -> extreme(call, Max::max));
    table.put("min", call -> extreme(call, Min::min));
    table.put("any", call -> reduced(call, Any::any));
    table.put("all", call -> reduced(call, All::all));
    table.put("mean", call -> reduced(call, (x, axes) -> mean(x, new AxisList(axes, false))));
    table.put("argmax", call -> position(call, Argmax::argmax));
    table.put("argmin", call -> position(call, Argmin::argmin));
    table.put("norm", ReductionTable::norm);
    table.put("cumsum", Cumulative::sum);
    table.put("variance", call -> reduced(call, ReductionTable::variance));
  }

  /** Applies a reduction to the axes that the call names. */
  static Node reduced(Call call, BiFunction<Node, List<Integer>, Node> reduction) {
    Node x = call.tensor(0);
    AxisList axes = AxisList.of(call, 1, x.tensor().shape());
    // Over no axes, as on a scalar, only the dtype may change.
    Node result = reduction.apply(x, axes.axes());
    return axes.keep() ? expandDims(result, axes.axes()) : result;
  }

  private static Node extreme(Call call, BiFunction<Node, List<Integer>, Node> reduction) {
    return chosen(call, reduced(call, reduction));
  }

  /** The result of a choice. Throws {@link TypeMismatch} if there is surely nothing to choose. */
  private static Node chosen(Call call, Node result) {
    Shape shape = call.type(0).shape();
    Dim count = AxisList.of(call, 1, shape).count(shape);
    if (count.equals(Dim.ZERO)) {
      throw new TypeMismatch(
          "empty-reduction", call.name() + " of " + shape + " has no elements to choose from");
    }
    return isPositive(count)
        ? result
        : require(result, gt(size(call.builder(), count), call.builder().constant(DType.I64, 0L)));
  }

  /** Whether a size is surely not 0: sizes by name are not negative. */
  private static boolean isPositive(Dim size) {
    return size.terms().stream()
            .allMatch(
                term ->
                    term.factor() > 0
                        && term.atoms().stream().allMatch(atom -> Dim.of(atom).isName()))
        && size.terms().stream().anyMatch(term -> term.atoms().isEmpty());
  }

  /** The sum divided by the number of elements; integers and truth values in F64. */
  static Node mean(Node x, AxisList axes) {
    DType dtype = Promotion.floating(x.tensor().dtype());
    Node total = sum(cast(x, dtype), axes.axes());
    Dim count = axes.count(x.tensor().shape());
    Node number =
        count.isConstant()
            ? x.builder().constant(dtype, (double) count.constant())
            : cast(size(x.builder(), count), dtype);
    return div(total, number);
  }

  /** The mean of the squared distances from the mean. */
  private static Node variance(Node x, List<Integer> axes) {
    AxisList along = new AxisList(axes, false);
    Node centre = expandDims(mean(x, along), axes);
    return mean(square(sub(cast(x, centre.tensor().dtype()), centre)), along);
  }

  /** Along one axis; without one, in reading order of all elements. */
  private static Node position(Call call, BiFunction<Node, Integer, Node> search) {
    return chosen(call, found(call, search));
  }

  private static Node found(Call call, BiFunction<Node, Integer, Node> search) {
    Node x = call.tensor(0);
    Shape shape = x.tensor().shape();
    AxisList axes = AxisList.of(call, 1, shape);
    if (axes.axes().size() == 1) {
      Node result = search.apply(x, axes.axes().get(0));
      return axes.keep() ? expandDims(result, axes.axes()) : result;
    }
    if (axes.axes().size() < shape.rank()) {
      throw new TypeMismatch(
          "axis-repeated", call.name() + " takes one axis, or none for all of " + shape);
    }
    Node result = search.apply(reshape(x, Shape.of(shape.size())), 0);
    return axes.keep() ? expandDims(result, axes.axes()) : result;
  }

  /** The Euclidean norm of one tensor, or of several together. */
  private static Node norm(Call call) {
    List<Node> squares = new ArrayList<>();
    for (Node x : Promotion.floating(call, call.rest(0))) {
      List<Integer> axes = IntStream.range(0, x.tensor().rank()).boxed().toList();
      squares.add(sum(square(x), axes));
    }
    if (squares.isEmpty()) {
      throw new TypeMismatch("missing-argument", "norm needs at least one tensor");
    }
    return sqrt(squares.stream().reduce(Add::add).orElseThrow());
  }
}
