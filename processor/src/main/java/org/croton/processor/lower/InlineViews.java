package org.croton.processor.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Mark;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.croton.processor.loop.Substitution;

/**
 * Replaces values that are only index maps of others (transposes, slices, broadcasts, constants) by
 * the accesses they stand for, so that they are never computed. A view is kept as a copy where its
 * source is overwritten before the view is read.
 */
public final class InlineViews {
  private final Map<Buffer, Literal> constants;
  private final IdentityHashMap<Buffer, Nest> views = new IdentityHashMap<>();
  private final Set<Buffer> overwritten = new HashSet<>();

  private InlineViews(Map<Buffer, Literal> constants) {
    this.constants = constants;
  }

  public static LoweredGraph run(LoweredGraph lowered) {
    InlineViews pass = new InlineViews(lowered.constants());
    pass.findOverwritten(lowered.steps());
    List<Step> steps = pass.block(lowered.steps(), pass.pinned(lowered.steps()));
    return new LoweredGraph(
        lowered.inputs(), lowered.outputs(), lowered.constants(), lowered.sites(), steps);
  }

  /** Buffers whose memory may change after they are complete: bases of partial writes. */
  private void findOverwritten(List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Nest) {
        Buffer base = ((Nest) step).base();
        if (base != null) {
          overwritten.add(base);
        }
      } else if (step instanceof Iterate) {
        Iterate loop = (Iterate) step;
        for (Iterate.Carry carry : loop.carries()) {
          overwritten.add(carry.initial());
          overwritten.add(carry.current());
        }
        findOverwritten(loop.body());
      }
    }
  }

  /**
   * Buffers that must exist as such: what loops carry, what partial writes start from, and what
   * fields are updated with (a view of another field would be read after that field's update).
   */
  private Set<Buffer> pinned(List<Step> steps) {
    Set<Buffer> pinned = new HashSet<>(overwritten);
    collectNext(steps, pinned);
    for (Step step : steps) {
      if (step instanceof Nest && ((Nest) step).target().role() == Buffer.Role.STATE) {
        pinned.add(((Scalar.Read) ((Nest) step).body()).buffer());
      }
    }
    return pinned;
  }

  private static void collectNext(List<Step> steps, Set<Buffer> pinned) {
    for (Step step : steps) {
      if (step instanceof Iterate) {
        Iterate loop = (Iterate) step;
        loop.carries().forEach(carry -> pinned.add(carry.next()));
        collectNext(loop.body(), pinned);
      }
    }
  }

  private List<Step> block(List<Step> steps, Set<Buffer> pinned) {
    List<Step> kept = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Nest) {
        Nest nest = resolve((Nest) step);
        if (isView(nest) && !pinned.contains(nest.target())) {
          views.put(nest.target(), nest);
        } else {
          kept.add(nest);
        }
      } else if (step instanceof Mark) {
        Mark mark = (Mark) step;
        kept.add(mark.with(substitution().apply(mark.value()), buffer -> buffer));
      } else {
        Iterate loop = (Iterate) step;
        Scalar trips = substitution().apply(loop.trips());
        kept.add(new Iterate(loop.index(), trips, loop.carries(), block(loop.body(), pinned)));
      }
    }
    return kept;
  }

  private boolean isView(Nest nest) {
    return nest.target().role() == Buffer.Role.TEMPORARY
        && nest.combine() == Combine.SET
        && nest.base() == null
        && nest.checks().isEmpty()
        && (nest.body() instanceof Scalar.Immediate
            || (nest.body() instanceof Scalar.Read
                && !overwritten.contains(((Scalar.Read) nest.body()).buffer())
                && ((Scalar.Read) nest.body()).at().stream().allMatch(InlineViews::isIndex)));
  }

  private static boolean isIndex(Scalar scalar) {
    if (scalar instanceof Scalar.Compute) {
      return ((Scalar.Compute) scalar).operands().stream().allMatch(InlineViews::isIndex);
    }
    return !(scalar instanceof Scalar.Read);
  }

  private Nest resolve(Nest nest) {
    return substitution().nest(nest, nest.target(), nest.base());
  }

  private Substitution substitution() {
    return new Substitution(position -> position, this::resolve);
  }

  private static Literal element(Literal single) {
    return single.dtype().isFloating()
        ? Literal.scalar(single.dtype(), single.real(0))
        : Literal.scalar(single.dtype(), single.integer(0));
  }

  private Scalar resolve(Scalar.Read read) {
    Literal constant = constants.get(read.buffer());
    if (constant != null && constant.count() == 1) {
      return new Scalar.Immediate(element(constant));
    }
    Nest view = views.get(read.buffer());
    if (view == null) {
      return read;
    }
    Map<Axis, Scalar> indices = new HashMap<>();
    for (int i = 0; i < view.axes().size(); i++) {
      indices.put(view.axes().get(i), read.at().get(i));
    }
    return new Substitution(position -> indices.get(position.axis()), inner -> inner)
        .apply(view.body());
  }
}
