package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.movement.Iota.iota;
import static org.croton.processor.ops.movement.Size.size;
import static org.croton.processor.ops.movement.Slice.slice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.op.AxisAttrs;
import org.croton.processor.ops.indexing.Gather;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Computes values of a counted loop's body for all iterations at once, outside of the loop: as
 * arrays with one more leading axis, which has an entry for each iteration. What cannot be computed
 * so, or is computed in the loop anyway, is recorded there: it stands for itself as a placeholder.
 */
final class StepBatch {
  /**
   * A value for all iterations.
   *
   * @param isStacked false if it is the same in all of them, and so has no leading axis
   * @param isRecorded true if it is made from what the loop records
   */
  record Batched(Node node, boolean isStacked, boolean isRecorded) {}

  private final Cycle loop;
  private final GraphBuilder builder;
  private final Dim trips;
  private final boolean descending;
  private final Predicate<Node> stays;
  private final Map<Node, Batched> known = new HashMap<>();
  private final Map<Node, Parameter> recorded = new LinkedHashMap<>();
  private boolean isPossible = true;

  /**
   * @param descending whether the first entry is that of the last iteration
   * @param stays what the loop computes anyway, of what depends on its carried values
   */
  StepBatch(Cycle loop, Dim trips, boolean descending, Predicate<Node> stays) {
    this.loop = loop;
    this.builder = loop.apply().builder();
    this.trips = trips;
    this.descending = descending;
    this.stays = stays;
  }

  Dim trips() {
    return trips;
  }

  /** False if something had to be recorded that is no array. */
  boolean isPossible() {
    return isPossible;
  }

  /** True for what the loop computes anyway. */
  boolean stays(Node node) {
    return stays.test(node);
  }

  /** Placeholders by the values of the body that the loop is to record for them. */
  Map<Node, Parameter> recorded() {
    return recorded;
  }

  /** A value with the leading axis, whether its entries differ or not. */
  Node stacked(Node value) {
    return BatchRules.stacked(of(value), trips);
  }

  Batched of(Node value) {
    Deque<Node> work = new ArrayDeque<>();
    work.push(value);
    while (!work.isEmpty()) {
      Node next = work.peek();
      if (known.containsKey(next) || !waits(next, work)) {
        work.pop();
        if (!known.containsKey(next)) {
          known.put(next, batch(next));
        }
      }
    }
    return get(value);
  }

  private Batched get(Node value) {
    Batched batched = known.get(value);
    if (batched == null) {
      throw new IllegalStateException("not batched yet: " + value);
    }
    return batched;
  }

  private boolean waits(Node node, Deque<Node> work) {
    boolean waits = false;
    if (node instanceof Apply && !stays(node)) {
      for (Node operand : Graph.operands(node)) {
        if (!known.containsKey(operand)) {
          work.push(operand);
          waits = true;
        }
      }
    }
    return waits;
  }

  private Batched batch(Node node) {
    if (node instanceof Parameter) {
      int input = loop.parameters().indexOf(node);
      if (input > loop.carries()) {
        return new Batched(loop.outer(input), false, false);
      }
      return input == 0 ? new Batched(numbers(), true, false) : record(node);
    }
    if (node instanceof Constant) {
      return new Batched(node, false, false);
    }
    Batched made = node instanceof Apply && !stays(node) ? batch((Apply) node) : null;
    return made != null ? made : record(node);
  }

  private @Nullable Batched batch(Apply apply) {
    Batched read = read(apply);
    if (read != null) {
      return read;
    }
    List<Batched> operands = apply.arguments().stream().map(this::get).toList();
    boolean isRecorded = operands.stream().anyMatch(Batched::isRecorded);
    if (operands.stream().anyMatch(Batched::isStacked)) {
      Node made = BatchRules.apply(apply, operands, trips);
      return made == null ? null : new Batched(made, true, isRecorded);
    }
    if (!TotalOps.isTotal(apply)) {
      return null;
    }
    List<Node> nodes = operands.stream().map(Batched::node).toList();
    Node once = builder.apply(apply.operator(), apply.attrs(), nodes);
    return new Batched(once, false, false);
  }

  /** What each iteration reads from a slot of its own, as a part of the array. */
  private @Nullable Batched read(Apply apply) {
    List<Node> arguments = apply.arguments();
    boolean element =
        Access.isRead(apply) && arguments.size() == 3 && new Access(apply).isCertain();
    boolean entry =
        apply.is(Gather.OP)
            && arguments.size() == 2
            && arguments.get(1).tensor().isScalar()
            && apply.attrs(AxisAttrs.class).axis() == 0;
    if (!(element || entry) || get(arguments.get(0)).isStacked()) {
      return null;
    }
    Node array = get(arguments.get(0)).node();
    Dim size = array.tensor().shape().dim(0);
    StepPlace place = StepPlace.of(loop, arguments.get(1), descending, size);
    return place == null ? null : new Batched(part(array, place), true, false);
  }

  private static Node part(Node array, StepPlace place) {
    return place.isWhole(array.tensor().shape())
        ? array
        : slice(array, place.box(array.tensor().shape()));
  }

  private Node numbers() {
    Node ascending = iota(builder, trips);
    return descending ? sub(size(builder, trips.minus(Dim.ONE)), ascending) : ascending;
  }

  private Batched record(Node node) {
    if (!(node.type() instanceof TensorType) || TapeStart.isTape(node.type())) {
      isPossible = false;
      return new Batched(node, false, true);
    }
    TensorType type = node.tensor();
    int outside = loop.body().depth() - 1;
    Parameter placeholder =
        builder.placeholder(outside, type.withShape(type.shape().with(0, trips)));
    recorded.put(node, placeholder);
    return new Batched(placeholder, true, true);
  }
}
