package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.jspecify.annotations.Nullable;

/** Carries no value that only serves itself: neither read after the loop nor by what is. */
public final class DropDeadCarries extends LoopPass {
  private DropDeadCarries(Spans spans) {
    super(spans);
  }

  public static Graph run(Graph graph, Spans spans) {
    return new DropDeadCarries(spans).run(graph);
  }

  @Override
  @Nullable List<@Nullable Node> rewrite(Cycle loop, IntPredicate isRead) {
    Set<Integer> live = live(loop, isRead);
    if (live.size() == loop.carries()) {
      return null;
    }
    LoopDraft draft = LoopDraft.like(loop, spans());
    Substitution into =
        new Substitution(loop.apply().builder(), Map.of(loop.index(), draft.index()), spans());
    List<Parameter> carries = new ArrayList<>();
    for (int i = 1; i <= loop.inputs(); i++) {
      if (i > loop.carries()) {
        into.replace(loop.parameter(i), draft.invariant(loop.outer(i)));
      } else if (live.contains(i)) {
        Parameter carry = draft.carry(loop.outer(i));
        carries.add(carry);
        into.replace(loop.parameter(i), carry);
      }
    }
    if (loop.condition() != null) {
      draft.holds(into.of(loop.condition().results().get(0)));
    }
    int next = 0;
    for (int i : live) {
      draft.next(carries.get(next++), into.of(loop.next(i)));
    }
    return results(loop, live, draft);
  }

  private static List<@Nullable Node> results(Cycle loop, Set<Integer> live, LoopDraft draft) {
    List<Node> finals = draft.finish();
    List<@Nullable Node> results = new ArrayList<>();
    int next = 0;
    for (int i = 1; i <= loop.carries(); i++) {
      results.add(live.contains(i) ? finals.get(next++) : null);
    }
    if (!loop.isCounted()) {
      results.add(draft.rounds());
    }
    return results;
  }

  /** The carried values that are read after the loop, and those that they are computed from. */
  private static Set<Integer> live(Cycle loop, IntPredicate isRead) {
    Set<Integer> live = new TreeSet<>();
    List<Node> work = new ArrayList<>();
    if (loop.condition() != null) {
      work.addAll(loop.condition().results());
    }
    for (int i = 1; i <= loop.carries(); i++) {
      if (isRead.test(i - 1)) {
        work.add(loop.parameter(i));
      }
    }
    while (!work.isEmpty()) {
      Set<Node> needed = new HashSet<>(Graph.reachable(work));
      work.clear();
      for (int i = 1; i <= loop.carries(); i++) {
        if (needed.contains(loop.parameter(i)) && live.add(i)) {
          work.add(loop.next(i));
        }
      }
    }
    return live;
  }
}
