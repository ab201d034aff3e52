package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.indexing.Set.set;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.DType;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.op.Extents;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * All values that a carried one takes, the first and the last among them: so an iteration's value
 * before and after it is known, and nothing is kept twice.
 *
 * @param loop whose carried value it is
 * @param carry its number
 * @param room the most iterations
 */
record CarryPath(Cycle loop, int carry, Dim room) implements Memory {
  /**
   * Null if the value is no array or number that changes, or the number of iterations has no bound.
   *
   * @param around what is known of integer scalars around the loop
   */
  static @Nullable CarryPath of(Cycle loop, int carry, Extents around) {
    Node before = loop.parameter(carry);
    boolean changes = before != loop.next(carry) && !loop.parameters().contains(loop.next(carry));
    if (loop.segment() != null || !changes || !(before.type() instanceof TensorType)) {
      return null;
    }
    Dim room = TapeStart.isTape(before.type()) ? null : Trips.room(loop, around);
    return room == null ? null : new CarryPath(loop, carry, room);
  }

  @Override
  public List<Node> known() {
    return List.of(loop.parameter(carry), loop.next(carry));
  }

  @Override
  public List<Node> kept() {
    return List.of(loop.parameter(carry));
  }

  @Override
  public Map<Node, Set<Node>> older() {
    return Map.of();
  }

  @Override
  public Map<Node, Node> recall(LoopDraft reverse) {
    GraphBuilder builder = loop.apply().builder();
    Node one = builder.constant(DType.I64, 1L);
    TensorType entry = loop.parameter(carry).tensor();
    TensorType type = entry.withShape(entry.shape().with(0, room.plus(Dim.ONE)));
    Node zero = builder.constant(DType.I64, 0L);
    Augmented forward = new Augmented(loop, i -> true);
    Node after = forward.of(loop.next(carry));
    Node blank = Blank.blank(builder, type);
    forward.add(blank, path -> set(path, List.of(add(forward.index(), one)), after));
    Node steps = set(forward.finish().get(0), List.of(zero), loop.outer(carry));
    Node path = reverse.invariant(steps);
    Node index = sub(sub(reverse.invariant(loop.trips()), one), reverse.index());
    return Map.of(
        loop.parameter(carry), get(path, List.of(index)),
        loop.next(carry), get(path, List.of(add(index, one))));
  }
}
