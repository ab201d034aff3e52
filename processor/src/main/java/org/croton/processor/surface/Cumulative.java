package org.croton.processor.surface;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.indexing.Set.set;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.Size.size;
import static org.croton.processor.ops.movement.Transpose.transpose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.croton.DType;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.op.OrderAttrs;
import org.croton.processor.ops.control.LoopDraft;
import org.croton.processor.type.Shape;

/** Running sums along one axis, as a loop over it; integers and truth values sum in I64. */
final class Cumulative {
  private Cumulative() {}

  /** {@code cumsum(x, axis)}. */
  static Node sum(Call call) {
    Node x = call.tensor(0);
    Shape shape = x.tensor().shape();
    int axis = AxisList.axis(call, call.arg(1), shape);
    DType dtype = x.tensor().dtype().isFloating() ? x.tensor().dtype() : DType.I64;
    List<Integer> order = new ArrayList<>(List.of(axis));
    IntStream.range(0, shape.rank()).filter(other -> other != axis).forEach(order::add);
    Node sums = sums(call, transpose(cast(x, dtype), order));
    return transpose(sums, new OrderAttrs(order).inverse());
  }

  private static Node sums(Call call, Node rows) {
    Shape shape = rows.tensor().shape();
    Node zero = call.builder().constant(rows.tensor().dtype(), 0L);
    Shape row = new Shape(shape.dims().subList(1, shape.rank()));
    LoopDraft loop = new LoopDraft(size(call.builder(), shape.dim(0)), rows.depth() + 1);
    Parameter total = loop.carry(broadcastTo(zero, row));
    Parameter sums = loop.carry(broadcastTo(zero, shape));
    Node next = add(total, get(loop.invariant(rows), List.of(loop.index())));
    loop.next(total, next);
    loop.next(sums, set(sums, List.of(loop.index()), next));
    return loop.finish().get(1);
  }
}
