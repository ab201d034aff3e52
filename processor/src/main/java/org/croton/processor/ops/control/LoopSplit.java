package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.op.Movement;
import org.croton.processor.ops.contraction.Contract;
import org.croton.processor.ops.control.StepBatch.Batched;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of a counted loop is computed for all iterations at once. Products leave the loop
 * wherever they can, unless they are so small that a call costs more. Besides them leave maps, and
 * sums of arrays, if the loop does not need the same work anyway; sums of numbers stay, so that
 * they are added up in the order that was written.
 */
final class LoopSplit {
  /** Products of known sizes with at most as many multiplications stay. */
  private static final long SMALL = 512;

  private final Cycle loop;
  private final Dim trips;
  private final boolean descending;
  private final List<Node> body;
  private final Origins origins;
  private final List<StepOutput> outputs = new ArrayList<>();
  private final Map<Node, Node> early = new LinkedHashMap<>();
  private StepBatch batch;

  private LoopSplit(Cycle loop, Dim trips) {
    this.loop = loop;
    this.trips = trips;
    this.body = Graph.reachable(loop.body().results());
    this.origins = new Origins(loop, loop.body().results());
    this.descending = isDescending();
    this.batch = batch(Set.of());
  }

  /** Null if all stays as it is. */
  static @Nullable LoopSplit of(Cycle loop, Dim trips) {
    LoopSplit split = new LoopSplit(loop, trips);
    split.decide();
    return split.outputs.isEmpty() && split.early.isEmpty() ? null : split;
  }

  /** The carried values that are computed after the loop. */
  List<StepOutput> outputs() {
    return outputs;
  }

  /** Values of the body that are computed before the loop, with those of all iterations. */
  Map<Node, Node> early() {
    return early;
  }

  /** What all of them are computed by. */
  StepBatch batch() {
    return batch;
  }

  /** Whether entries are in reverse order of the iterations. */
  boolean descending() {
    return descending;
  }

  /** True if the loop reads its arrays from the end. */
  private boolean isDescending() {
    int balance = 0;
    for (Node node : body) {
      if (Access.isRead(node) && !origins.dependsOnCarries(((Apply) node).argument(0))) {
        balance += Long.signum(Affine.of(((Apply) node).argument(1)).factor(loop.index()));
      }
    }
    return balance < 0;
  }

  private void decide() {
    List<Node> products = body.stream().filter(LoopSplit::isLargeProduct).toList();
    List<StepOutput> candidates = candidates();
    if (products.isEmpty() && candidates.isEmpty()) {
      return;
    }
    for (Node product : products) {
      leaveWith(product, candidates);
    }
    settle();
    for (Node product : products) {
      leaveBefore(product);
    }
    for (StepOutput candidate : candidates) {
      leaveAlone(candidate);
    }
  }

  private List<StepOutput> candidates() {
    List<StepOutput> candidates = new ArrayList<>();
    for (int carry = 1; carry <= loop.carries(); carry++) {
      StepOutput output = StepOutput.of(loop, carry, descending);
      if (output != null && !isPath(output)) {
        candidates.add(output);
      }
    }
    return candidates;
  }

  /** True for an array of all values of a carried one, the first among them: it gains nothing. */
  private boolean isPath(StepOutput output) {
    Shape array = loop.parameter(output.carry()).tensor().shape();
    boolean part = output.place() != null && !output.place().isWhole(array);
    return part && loop.body().results().contains(output.taken());
  }

  /** All that is made from a product leaves the loop with it, if that makes a better product. */
  private void leaveWith(Node product, List<StepOutput> candidates) {
    List<StepOutput> more = new ArrayList<>(outputs);
    for (StepOutput candidate : candidates) {
      if (!more.contains(candidate)
          && Graph.reachable(List.of(candidate.taken())).contains(product)) {
        more.add(candidate);
      }
    }
    if (more.size() > outputs.size() && products(more) < products(outputs)) {
      outputs.clear();
      outputs.addAll(more);
    }
  }

  /** How many products stay in the loop if some carried values leave it. */
  private long products(List<StepOutput> leaving) {
    Set<Node> needed = needed(leaving, Set.of());
    StepBatch trial = batch(needed);
    List<Node> made = leaving.stream().map(output -> output.after(trial)).toList();
    if (!trial.isPossible()) {
      return Long.MAX_VALUE;
    }
    Set<Node> read = new HashSet<>(Graph.reachable(made));
    List<Node> inside = new ArrayList<>(needed);
    trial
        .recorded()
        .forEach(
            (value, placeholder) -> {
              if (read.contains(placeholder)) {
                inside.add(value);
              }
            });
    return Graph.reachable(inside).stream().filter(LoopSplit::isLargeProduct).count();
  }

  private void settle() {
    batch = batch(needed(outputs, Set.of()));
  }

  private StepBatch batch(Set<Node> needed) {
    return new StepBatch(
        loop, trips, descending, node -> needed.contains(node) && origins.dependsOnCarries(node));
  }

  /** What the loop computes for the carried values that do not leave it. */
  private Set<Node> needed(Collection<StepOutput> leaving, Set<Node> known) {
    List<Node> work = new ArrayList<>();
    for (int carry = 1; carry <= loop.carries(); carry++) {
      int number = carry;
      if (leaving.stream().noneMatch(output -> output.carry() == number)) {
        work.add(loop.next(carry));
      }
    }
    Set<Node> needed = new HashSet<>();
    while (!work.isEmpty()) {
      Node node = work.remove(work.size() - 1);
      if (!known.contains(node) && needed.add(node)) {
        work.addAll(Graph.operands(node));
      }
    }
    return needed;
  }

  /** A product that the loop needs and that no carried value goes into. */
  private void leaveBefore(Node product) {
    if (!origins.dependsOnCarries(product) && needed(outputs, early.keySet()).contains(product)) {
      Batched all = batch.of(product);
      boolean better = all.node() instanceof Apply && ((Apply) all.node()).is(Contract.OP);
      if (better && all.isStacked() && !all.isRecorded()) {
        early.put(product, all.node());
      }
    }
  }

  /** What is made of no carried value leaves if that saves the loop its work. */
  private void leaveAlone(StepOutput candidate) {
    if (outputs.contains(candidate)
        || origins.dependsOnCarries(candidate.taken())
        || batch.of(candidate.taken()).isRecorded()) {
      return;
    }
    Set<Node> work = new HashSet<>(Graph.reachable(List.of(candidate.taken())));
    work.removeIf(node -> !isWork(node));
    if (candidate.isSum() && work.stream().allMatch(node -> node.tensor().isScalar())) {
      return;
    }
    List<StepOutput> leaving = new ArrayList<>(outputs);
    leaving.add(candidate);
    work.retainAll(needed(leaving, early.keySet()));
    if (work.isEmpty()) {
      outputs.add(candidate);
    }
  }

  /** Views, reads, and the indices of reads cost nothing to have twice. */
  private static boolean isWork(Node node) {
    if (!(node instanceof Apply) || ((Apply) node).resultTypes().size() != 1) {
      return false;
    }
    Apply apply = (Apply) node;
    boolean free =
        apply.arguments().isEmpty()
            || apply.operator() instanceof Movement
            || Access.isRead(apply)
            || (apply.tensor().isScalar() && apply.tensor().dtype().isInteger());
    return !free;
  }

  private static boolean isLargeProduct(Node node) {
    if (!(node instanceof Apply) || !((Apply) node).is(Contract.OP)) {
      return false;
    }
    Dim size = node.tensor().shape().size();
    for (Node operand : ((Apply) node).arguments()) {
      size = size.times(operand.tensor().shape().size());
    }
    return !size.isConstant() || size.constant() > SMALL * SMALL;
  }
}
