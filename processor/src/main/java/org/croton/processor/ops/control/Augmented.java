package org.croton.processor.ops.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;

/**
 * A loop once more, which carries something besides: what its iterations compute, for the reverse.
 * {@link MergeLoops} lets it take the original's place.
 */
final class Augmented {
  private final LoopDraft draft;
  private final Substitution into;
  private final int carries;

  /**
   * @param keeps which carried values of the original it needs, by number
   */
  Augmented(Cycle loop, IntPredicate keeps) {
    this.draft = LoopDraft.like(loop, new Spans());
    this.into = new Substitution(loop.apply().builder(), Map.of(loop.index(), draft.index()));
    Map<Integer, Parameter> kept = new LinkedHashMap<>();
    for (int i = 1; i <= loop.inputs(); i++) {
      if (i > loop.carries()) {
        into.replace(loop.parameter(i), draft.invariant(loop.outer(i)));
      } else if (keeps.test(i)) {
        kept.put(i, draft.carry(loop.outer(i)));
        into.replace(loop.parameter(i), kept.get(i));
      }
    }
    if (loop.condition() != null) {
      draft.holds(into.of(loop.condition().results().get(0)));
    }
    kept.forEach((i, carry) -> draft.next(carry, into.of(loop.next(i))));
    this.carries = kept.size();
  }

  /** The iteration's number. */
  Node index() {
    return draft.index();
  }

  /** A value of the original's body. */
  Node of(Node value) {
    return into.of(value);
  }

  /** Carries one more value. */
  void add(Node initial, UnaryOperator<Node> next) {
    Parameter carry = draft.carry(initial);
    draft.next(carry, next.apply(carry));
  }

  /** What was added, after the last iteration. */
  List<Node> finish() {
    List<Node> finals = draft.finish();
    return finals.subList(carries, finals.size());
  }
}
