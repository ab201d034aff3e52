package org.croton.processor.surface;

import static org.croton.processor.ops.indexing.Gather.gather;
import static org.croton.processor.ops.indexing.ScatterAdd.scatterAdd;
import static org.croton.processor.ops.indexing.ScatterSet.scatterSet;
import static org.croton.processor.ops.movement.AccumulateSlice.accumulateSlice;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.movement.SetSlice.setSlice;
import static org.croton.processor.ops.movement.Slice.slice;
import static org.croton.processor.ops.movement.Squeeze.squeeze;
import static org.croton.processor.ops.movement.Transpose.transpose;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.op.OrderAttrs;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What an index selects, in four steps, each of which can be undone: new axes, a strided box, the
 * axes of single positions out, elements at integer tensors.
 */
final class Selection {
  private final Node source;
  private final List<Integer> newAxes = new ArrayList<>();
  private final List<Integer> singles = new ArrayList<>();
  private final List<Node> indices = new ArrayList<>();
  private final SliceAttrs box;
  private final List<Integer> order;
  private final int gatherAxis;

  /**
   * @param source the tensor that is indexed
   * @param parts one per axis of it, and new axes, as {@link IndexParts} gives them
   */
  Selection(Call call, Node source, List<Object> parts) {
    List<Object> each = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof IndexSpec.NewAxis) {
        newAxes.add(each.size());
      }
      each.add(part instanceof IndexSpec.NewAxis ? new IndexSpec.All() : part);
    }
    this.source = expandDims(source, newAxes);
    this.box = IndexBox.of(call, this.source.tensor().shape(), each);
    List<Integer> gathered = new ArrayList<>();
    int kept = 0;
    for (int axis = 0; axis < each.size(); axis++) {
      Node index = index(each.get(axis));
      if (index != null) {
        indices.add(index);
        gathered.add(kept++);
      } else if (each.get(axis) instanceof IndexSpec.At) {
        singles.add(axis);
      } else {
        kept++;
      }
    }
    boolean inPlace = adjacent(each);
    this.gatherAxis = inPlace && !gathered.isEmpty() ? gathered.get(0) : 0;
    this.order = inPlace ? ascending(kept) : first(gathered, kept);
  }

  /** The tensor that a part indexes with: scalars of run time are tensors of rank 0. */
  private static @Nullable Node index(Object part) {
    if (part instanceof IndexSpec.At && ((IndexSpec.At) part).position() instanceof Node) {
      return (Node) ((IndexSpec.At) part).position();
    }
    return part instanceof Node ? (Node) part : null;
  }

  /**
   * Whether the gathered elements stand where the indices stood. As in NumPy, positions count as
   * indices beside tensors, and indices that are apart put the gathered elements first.
   */
  private static boolean adjacent(List<Object> parts) {
    boolean tensors = parts.stream().anyMatch(part -> part instanceof Node);
    int runs = 0;
    boolean within = false;
    for (Object part : parts) {
      boolean index = index(part) != null || (tensors && part instanceof IndexSpec.At);
      runs += index && !within ? 1 : 0;
      within = index;
    }
    return runs <= 1;
  }

  private static List<Integer> ascending(int rank) {
    return first(List.of(), rank);
  }

  private static List<Integer> first(List<Integer> axes, int rank) {
    List<Integer> order = new ArrayList<>(axes);
    for (int axis = 0; axis < rank; axis++) {
      if (!axes.contains(axis)) {
        order.add(axis);
      }
    }
    return order;
  }

  /** The selected elements. */
  Node read() {
    Node part = boxed();
    return indices.isEmpty() ? part : gather(part, indices, gatherAxis);
  }

  private Node boxed() {
    Node part = isWhole() ? source : slice(source, box);
    return transpose(squeeze(part, singles), order);
  }

  private boolean isWhole() {
    Shape shape = source.tensor().shape();
    return box.shape().equals(shape)
        && box.steps().stream().allMatch(step -> step == 1)
        && box.starts().stream().allMatch(start -> start.equals(Dim.ZERO));
  }

  /** The tensor with the selected elements replaced by {@code value}, or with it added to them. */
  Node write(Node value, boolean add) {
    Node changed = add && indices.isEmpty() ? unboxed(fit(value), true) : replaced(value, add);
    return squeeze(changed, newAxes);
  }

  private Node replaced(Node value, boolean add) {
    if (indices.isEmpty()) {
      return unboxed(fit(value), false);
    }
    Node part = boxed();
    Node values = fit(value);
    return unboxed(
        add
            ? scatterAdd(part, indices, values, gatherAxis)
            : scatterSet(part, indices, values, gatherAxis),
        false);
  }

  private Node fit(Node value) {
    return broadcastTo(value, read().tensor().shape());
  }

  /** Puts a part that {@link #boxed} would read back into its place. */
  private Node unboxed(Node part, boolean add) {
    Node upright = transpose(part, new OrderAttrs(order).inverse());
    Node full = expandDims(upright, singles);
    if (add) {
      return accumulateSlice(source, full, box);
    }
    return isWhole() ? full : setSlice(source, full, box);
  }
}
