package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.movement.AccumulateSlice.accumulateSlice;
import static org.croton.processor.ops.movement.SetSlice.setSlice;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Sub;
import org.croton.processor.ops.indexing.Accumulate;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * A carried value that only takes results of each iteration in, and which no iteration reads: a sum
 * of them, or an array with a slot for each.
 *
 * @param carry number of the loop's argument
 * @param taken what an iteration adds or puts there
 * @param place where it puts it; null for a sum
 */
record StepOutput(Cycle loop, int carry, Node taken, @Nullable StepPlace place) {

  /** Null if the carried value is used in another way. */
  static @Nullable StepOutput of(Cycle loop, int carry, boolean descending) {
    Parameter value = loop.parameter(carry);
    if (!(loop.next(carry) instanceof Apply) || !isReadOnce(loop, value)) {
      return null;
    }
    Apply next = (Apply) loop.next(carry);
    if (next.is(Add.OP) || next.is(Sub.OP)) {
      return sum(loop, carry, next);
    }
    boolean writes = Access.isWrite(next) || next.is(Accumulate.OP);
    List<Node> arguments = next.arguments();
    if (!writes || arguments.size() != 4 || arguments.get(0) != value) {
      return null;
    }
    boolean certain = LoopDraft.isEverywhere(arguments.get(3)) && isTrue(arguments.get(3));
    Shape shape = value.tensor().shape();
    StepPlace place = StepPlace.of(loop, arguments.get(1), descending, shape.dim(0));
    return certain && place != null ? new StepOutput(loop, carry, arguments.get(2), place) : null;
  }

  private static boolean isTrue(Node guard) {
    return guard instanceof Constant && ((Constant) guard).value().integer(0) != 0;
  }

  private static @Nullable StepOutput sum(Cycle loop, int carry, Apply next) {
    Parameter value = loop.parameter(carry);
    boolean floating = value.type() instanceof TensorType && value.tensor().dtype().isFloating();
    int at = next.argument(0) == value ? 0 : 1;
    boolean linear = next.argument(at) == value && (at == 0 || next.is(Add.OP));
    return floating && linear ? new StepOutput(loop, carry, next.argument(1 - at), null) : null;
  }

  /** True if nothing but the carried value's own next one is made from it. */
  private static boolean isReadOnce(Cycle loop, Parameter value) {
    Node next = loop.next(loop.parameters().indexOf(value));
    int uses = 0;
    for (Node node : Graph.reachable(loop.body().results())) {
      for (Node operand : Graph.operands(node)) {
        uses += operand == value ? 1 : 0;
      }
      if (node != next && Graph.operands(node).contains(next)) {
        return false;
      }
    }
    long results = loop.body().results().stream().filter(x -> x == next || x == value).count();
    return uses == 1 && results == 1 && Graph.operands(next).contains(value);
  }

  boolean isSum() {
    return place == null;
  }

  /** The carried value after the last iteration, computed for all iterations at once. */
  Node after(StepBatch batch) {
    Node initial = loop.outer(carry);
    Apply next = (Apply) loop.next(carry);
    if (place == null) {
      Node sum = new StepSums(batch).of(taken);
      return initial.builder().apply(next.operator(), next.attrs(), List.of(initial, sum));
    }
    Node values = batch.stacked(taken);
    boolean whole = place.isWhole(initial.tensor().shape());
    SliceAttrs box = place.box(initial.tensor().shape());
    if (Access.isWrite(next)) {
      return whole ? values : setSlice(initial, values, box);
    }
    return whole ? add(initial, values) : accumulateSlice(initial, values, box);
  }
}
