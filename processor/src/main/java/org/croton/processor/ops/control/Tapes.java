package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.indexing.Set.set;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Result;
import org.croton.processor.ir.Substitution;
import org.croton.processor.op.Elementwise;
import org.croton.processor.op.Extents;
import org.croton.processor.op.Movement;
import org.croton.processor.ops.indexing.Gather;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Brings values of a loop's iterations into its reverse: computed again, recalled, or saved on
 * tapes with an entry for each iteration, which an augmented loop fills. That loop is the original
 * one and more; {@link MergeLoops} lets it take the original's place.
 */
final class Tapes {
  private final Cycle loop;
  private final Region region;
  private final Origins origins;
  private final Recall recall;
  private final Extents around;

  /**
   * @param values what is wanted of the loop's iterations
   * @param around what is known of integer scalars around the loop
   */
  Tapes(Cycle loop, List<Node> values, Extents around) {
    this.loop = loop;
    this.around = around;
    this.region = loop.body();
    List<Node> all = new ArrayList<>(region.results());
    all.addAll(values);
    this.origins = new Origins(loop, all);
    this.recall = new Recall(loop, origins);
  }

  /**
   * Images of {@code values}, which mix the loop's body with the reverse's own parameters, in the
   * reverse loop.
   *
   * @param around what is known of integer scalars around the loop
   */
  static List<Node> bring(
      Cycle loop, List<Node> values, Collection<Parameter> own, LoopDraft reverse, Extents around) {
    Tapes tapes = new Tapes(loop, values, around);
    Set<Node> reversed = reversed(values, own);
    Set<Node> read = read(values, reversed);
    Memories memories = Memories.NONE;
    List<Node> saved = tapes.choose(read, reversed, memories);
    for (Undo array : Undo.candidates(loop, saved, around)) {
      Memories more = memories.and(array);
      List<Node> less = tapes.choose(read, reversed, more);
      if (more.bytes(less) < memories.bytes(saved)) {
        memories = more;
        saved = less;
      }
    }
    for (int carry = 1; carry <= loop.carries(); carry++) {
      boolean kept = saved.contains(loop.parameter(carry));
      CarryPath path = kept ? CarryPath.of(loop, carry, around) : null;
      if (path != null && tapes.computed(read, saved, memories).contains(loop.next(carry))) {
        Memories more = memories.and(path);
        List<Node> less = tapes.choose(read, reversed, more);
        if (more.bytes(less) <= memories.bytes(saved)) {
          memories = more;
          saved = less;
        }
      }
    }
    return tapes.images(values, saved, memories.recall(reverse), reverse).of(values);
  }

  /** What is saved besides what is remembered otherwise. */
  private List<Node> choose(Set<Node> read, Set<Node> reversed, Memories memories) {
    Set<Node> early = memories.early(reversed, this::operands);
    return TapeCut.choose(
        read,
        x -> !memories.knows(x) && (early.contains(x) || mustSave(x)),
        x -> memories.knows(x) ? List.of() : operands(x));
  }

  /** What the reverse computes again, or has saved because it cannot. */
  private Set<Node> computed(Set<Node> read, List<Node> saved, Memories memories) {
    Set<Node> computed = new HashSet<>();
    List<Node> work = new ArrayList<>(read);
    while (!work.isEmpty()) {
      Node node = work.remove(work.size() - 1);
      if (!memories.knows(node) && computed.add(node) && !saved.contains(node)) {
        work.addAll(operands(node));
      }
    }
    return computed;
  }

  /** The reverse's own computations: what is made from its parameters. */
  private static Set<Node> reversed(List<Node> values, Collection<Parameter> own) {
    Set<Node> reversed = new HashSet<>(own);
    for (Node node : Graph.reachable(values)) {
      if (Graph.operands(node).stream().anyMatch(reversed::contains)) {
        reversed.add(node);
      }
    }
    return reversed;
  }

  /** The body's values that the reverse's own computations start from. */
  private static Set<Node> read(List<Node> values, Set<Node> reversed) {
    Set<Node> read = new LinkedHashSet<>();
    for (Node node : Graph.reachable(values)) {
      if (reversed.contains(node)) {
        Graph.operands(node).stream().filter(x -> !reversed.contains(x)).forEach(read::add);
      }
    }
    values.stream().filter(x -> !reversed.contains(x)).forEach(read::add);
    return read;
  }

  /** True for a value that cannot be computed again, or not cheaply. */
  boolean mustSave(Node node) {
    if (recall.knows(node) || origins.isInvariant(node) || runsAgain(node)) {
      return false;
    }
    return node instanceof Result
        || region.parameters().subList(1, 1 + loop.carries()).contains(node)
        || (node instanceof Apply && !isCheap((Apply) node));
  }

  /** True for a loop with endless tapes, or that is a segment, and for its results. */
  private static boolean runsAgain(Node node) {
    Node made = node instanceof Result ? ((Result) node).apply() : node;
    boolean segment = Cycle.is(made) && new Cycle((Apply) made).segment() != null;
    return segment
        || (made instanceof Apply
            && ((Apply) made).resultTypes().stream().anyMatch(TapeStart::isTape));
  }

  /** What is read of an array from outside the loop costs as much as reading it from a tape. */
  private boolean isCheap(Apply apply) {
    return apply.operator() instanceof Elementwise
        || apply.operator() instanceof Movement
        || Access.isRead(apply)
        || (apply.is(Gather.OP) && origins.isInvariant(apply.argument(0)));
  }

  /** What a value is computed again from. */
  List<Node> operands(Node node) {
    if (recall.knows(node)) {
      return recall.operands(node);
    }
    return origins.isInvariant(node) ? List.of() : Graph.operands(node);
  }

  /**
   * Replaces the body's values, as far as {@code values} need them, by what stands for them in the
   * reverse loop.
   *
   * @param saved come from tapes, which this makes
   * @param known images that are known already
   */
  Substitution images(
      List<Node> values, List<Node> saved, Map<Node, Node> known, LoopDraft reverse) {
    GraphBuilder builder = loop.apply().builder();
    List<Node> tapes = saved.isEmpty() ? List.of() : record(saved);
    Node last = sub(reverse.invariant(loop.trips()), builder.constant(DType.I64, 1L));
    Node index = sub(last, reverse.index());
    Substitution into = new Substitution(builder, Map.of(region.parameters().get(0), index));
    for (int i = 0; i < saved.size(); i++) {
      into.replace(saved.get(i), entry(reverse.invariant(tapes.get(i)), index));
    }
    for (int i = 1 + loop.carries(); i <= loop.inputs(); i++) {
      into.replace(region.parameters().get(i), reverse.invariant(loop.outer(i)));
    }
    known.forEach(into::replace);
    Set<Node> had = new HashSet<>(saved);
    had.addAll(known.keySet());
    recallAll(values, had, into, reverse);
    return into;
  }

  /** Replaces what is recalled, operands first, where it is still needed. */
  private void recallAll(List<Node> values, Set<Node> had, Substitution into, LoopDraft reverse) {
    Set<Node> needed = new HashSet<>();
    List<Node> work = new ArrayList<>(values);
    while (!work.isEmpty()) {
      Node node = work.remove(work.size() - 1);
      if (!had.contains(node) && needed.add(node)) {
        work.addAll(recall.knows(node) ? recall.operands(node) : Graph.operands(node));
      }
    }
    for (Node node : Graph.reachable(values)) {
      if (needed.contains(node) && recall.knows(node)) {
        into.replace(node, recall.image(node, into, reverse));
      }
    }
  }

  /** The augmented loop: what each iteration computed of {@code saved}, in order of iterations. */
  private List<Node> record(List<Node> saved) {
    Augmented forward = new Augmented(loop, i -> loop.segment() == null || isNeeded(i, saved));
    Dim trips = Trips.room(loop, around);
    for (Node value : saved) {
      Node entry = forward.of(value);
      forward.add(empty(value.tensor(), trips), tape -> put(tape, forward.index(), entry));
    }
    return forward.finish();
  }

  /** True if an iteration of the loop that runs again needs a carried value for what it saves. */
  private boolean isNeeded(int carry, List<Node> saved) {
    List<Node> ends = new ArrayList<>(saved);
    if (loop.condition() != null) {
      ends.addAll(loop.condition().results());
    }
    Set<Integer> needed = new HashSet<>();
    int before;
    do {
      before = needed.size();
      Set<Node> upstream = new HashSet<>(Graph.reachable(ends));
      for (int i = 1; i <= loop.carries(); i++) {
        if (upstream.contains(loop.parameter(i)) && needed.add(i)) {
          ends.add(loop.next(i));
        }
      }
    } while (needed.size() > before);
    return needed.contains(carry);
  }

  /** A tape for a number of entries, or for as many as will come. */
  private Node empty(TensorType entry, @Nullable Dim trips) {
    GraphBuilder builder = loop.apply().builder();
    return trips == null
        ? TapeStart.start(builder, entry, loop.apply().position())
        : Blank.blank(builder, entry.withShape(entry.shape().with(0, trips)));
  }

  private static Node put(Node tape, Node index, Node entry) {
    return TapeStart.isTape(tape.type())
        ? TapeRecord.record(tape, index, entry)
        : set(tape, List.of(index), entry);
  }

  private static Node entry(Node tape, Node index) {
    return TapeStart.isTape(tape.type())
        ? TapeRecall.recall(tape, index)
        : get(tape, List.of(index));
  }
}
