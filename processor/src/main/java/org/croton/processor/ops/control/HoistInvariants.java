package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.croton.processor.op.Movement;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * Computes before a loop what every iteration would compute alike. Only what cannot fail: no
 * iteration may be run at all. What costs nothing where it is read (views, sizes, integers) stays,
 * and so does what would need more memory than it is made from.
 */
public final class HoistInvariants extends LoopPass {
  private HoistInvariants(Spans spans) {
    super(spans);
  }

  public static Graph run(Graph graph, Spans spans) {
    return new HoistInvariants(spans).run(graph);
  }

  @Override
  @Nullable List<@Nullable Node> rewrite(Cycle loop, IntPredicate isRead) {
    List<Node> values = new ArrayList<>(loop.body().results());
    if (loop.condition() != null) {
      values.addAll(loop.condition().results());
    }
    Set<Node> lifted = lifted(values, liftable(loop, values));
    return lifted.isEmpty() ? null : rebuild(loop, lifted);
  }

  /** What the code before the loop could compute. */
  private static Set<Node> liftable(Cycle loop, List<Node> values) {
    Set<Node> liftable =
        new HashSet<>(loop.parameters().subList(1 + loop.carries(), 1 + loop.inputs()));
    for (Node node : Graph.reachable(values)) {
      boolean computed =
          node instanceof Apply
              && TotalOps.isTotal((Apply) node)
              && liftable.containsAll(((Apply) node).arguments());
      if (computed || LoopDraft.isEverywhere(node)) {
        liftable.add(node);
      }
    }
    return liftable;
  }

  /** Of that, what the rest of the body starts from, views taken off. */
  private static Set<Node> lifted(List<Node> values, Set<Node> liftable) {
    Set<Node> lifted = new LinkedHashSet<>();
    List<Node> work = new ArrayList<>(values);
    for (Node node : Graph.reachable(values)) {
      if (!liftable.contains(node)) {
        work.addAll(Graph.operands(node));
      }
    }
    Set<Node> seen = new HashSet<>();
    while (!work.isEmpty()) {
      Node node = work.remove(work.size() - 1);
      if (!seen.add(node) || !liftable.contains(node) || !(node instanceof Apply)) {
        continue;
      }
      if (isWorthwhile((Apply) node)) {
        lifted.add(node);
      } else {
        work.addAll(((Apply) node).arguments());
      }
    }
    return lifted;
  }

  private static boolean isWorthwhile(Apply apply) {
    if (apply.operator() instanceof Movement || apply.arguments().isEmpty()) {
      return false;
    }
    if (apply.tensor().isScalar()) {
      return !apply.tensor().dtype().isInteger();
    }
    Dim size = apply.tensor().shape().size();
    return apply.arguments().stream().anyMatch(x -> x.tensor().shape().size().equals(size));
  }

  private List<@Nullable Node> rebuild(Cycle loop, Set<Node> lifted) {
    LoopDraft draft = LoopDraft.like(loop, spans());
    Substitution outside = new Substitution(loop.apply().builder(), Map.of(), spans());
    Substitution inside =
        new Substitution(loop.apply().builder(), Map.of(loop.index(), draft.index()), spans());
    List<Parameter> carries = new ArrayList<>();
    for (int i = 1; i <= loop.inputs(); i++) {
      if (i <= loop.carries()) {
        carries.add(draft.carry(loop.outer(i)));
        inside.replace(loop.parameter(i), carries.get(i - 1));
      } else {
        outside.replace(loop.parameter(i), loop.outer(i));
        inside.replace(loop.parameter(i), draft.invariant(loop.outer(i)));
      }
    }
    for (Node node : lifted) {
      inside.replace(node, draft.invariant(outside.of(node)));
    }
    if (loop.condition() != null) {
      draft.holds(inside.of(loop.condition().results().get(0)));
    }
    for (int i = 1; i <= loop.carries(); i++) {
      draft.next(carries.get(i - 1), inside.of(loop.next(i)));
    }
    List<@Nullable Node> finals = new ArrayList<>(draft.finish());
    if (!loop.isCounted()) {
      finals.add(draft.rounds());
    }
    return finals;
  }
}
