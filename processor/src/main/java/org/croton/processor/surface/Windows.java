package org.croton.processor.surface;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Lt.lt;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.ops.indexing.Gather.gather;
import static org.croton.processor.ops.movement.Iota.iota;
import static org.croton.processor.ops.movement.Size.size;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TypeMismatch;

/** Ranges of known length that start at a position of the run. */
final class Windows {
  private Windows() {}

  /** Reads the windows among the parts, which become whole axes of what is read. */
  static Node read(Node x, List<Object> parts) {
    Node read = x;
    int axis = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof IndexSpec.Window) {
        IndexSpec.Window window = (IndexSpec.Window) parts.get(i);
        read = gather(read, List.of(positions(window, read.tensor().shape().dim(axis))), axis);
        parts.set(i, new IndexSpec.All());
      }
      axis += parts.get(i) instanceof IndexSpec.NewAxis ? 0 : 1;
    }
    return read;
  }

  /**
   * The parts of what is written, with a window as a tensor of positions. Throws {@link
   * TypeMismatch} if other positions stand beside it.
   */
  static List<Object> asIndex(Call call, List<Object> parts, Node x) {
    if (parts.stream().noneMatch(part -> part instanceof IndexSpec.Window)) {
      return parts;
    }
    List<Object> found = new ArrayList<>(parts);
    for (int axis = 0; axis < found.size(); axis++) {
      if (found.get(axis) instanceof IndexSpec.Window) {
        IndexSpec.Window window = (IndexSpec.Window) found.get(axis);
        found.set(axis, positions(window, x.tensor().shape().dim(axis)));
      } else if (!(found.get(axis) instanceof IndexSpec.All)) {
        throw new TypeMismatch(
            "unknown-size",
            call.name()
                + " writes a range that starts at a number of the run on one axis only,"
                + " and all of the others");
      }
    }
    return found;
  }

  /** A start below 0 is outside, and does not count from the end. */
  private static Node positions(IndexSpec.Window window, Dim extent) {
    GraphBuilder builder = window.start().builder();
    Node start = cast(window.start(), DType.I64);
    Node below = lt(start, builder.constant(DType.I64, 0L));
    return add(where(below, size(builder, extent), start), iota(builder, window.size()));
  }
}
