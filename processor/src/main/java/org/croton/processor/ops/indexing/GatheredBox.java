package org.croton.processor.ops.indexing;

import static org.croton.processor.ops.indexing.Gather.gather;
import static org.croton.processor.ops.movement.Slice.slice;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.op.AxisAttrs;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.ops.movement.Slice;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Match;
import org.croton.processor.type.Dim;

/** Slices of what one index gathers: of rows, only the columns that are read. */
public final class GatheredBox {
  /** The box takes whatever the index {@code i} gathers, and cannot fail. */
  public static final Guard KEEPS_INDEX =
      new Guard(
          "box takes all that i gathers, for all sizes",
          match -> {
            Apply root = (Apply) match.root();
            SliceAttrs box = match.attrs("box", SliceAttrs.class);
            int axis = match.attrs("axis", AxisAttrs.class).axis();
            List<Dim> gathered = match.node("i").tensor().shape().dims();
            for (int k = 0; k < gathered.size(); k++) {
              if (!box.starts().get(axis + k).equals(Dim.ZERO)
                  || box.steps().get(axis + k) != 1
                  || !box.sizes().get(axis + k).equals(gathered.get(k))) {
                return false;
              }
            }
            return Slice.isCertain(root);
          });

  private GatheredBox() {}

  /** {@code slice(gather(x, i); box)} as a gather from a slice. */
  public static Node sliceFirst(Match match) {
    SliceAttrs box = match.attrs("box", SliceAttrs.class);
    Node x = match.node("x");
    int axis = match.attrs("axis", AxisAttrs.class).axis();
    int more = match.node("i").tensor().rank() - 1;
    List<Dim> starts = new ArrayList<>();
    List<Integer> steps = new ArrayList<>();
    List<Dim> sizes = new ArrayList<>();
    for (int k = 0; k < x.tensor().rank(); k++) {
      int at = k < axis ? k : k + more;
      starts.add(k == axis ? Dim.ZERO : box.starts().get(at));
      steps.add(k == axis ? 1 : box.steps().get(at));
      sizes.add(k == axis ? x.tensor().shape().dim(axis) : box.sizes().get(at));
    }
    Node columns = slice(x, new SliceAttrs(starts, steps, sizes));
    return gather(columns, List.of(match.node("i")), axis);
  }
}
