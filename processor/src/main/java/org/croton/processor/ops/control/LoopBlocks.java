package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.Iota.iota;
import static org.croton.processor.ops.movement.Size.size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.croton.processor.op.Elementwise;
import org.croton.processor.op.IntegerDivision;
import org.croton.processor.ops.control.LaneBody.Unsuited;
import org.croton.processor.ops.control.LaneValue.Kind;
import org.croton.processor.ops.elementwise.Require;
import org.croton.processor.ops.movement.BroadcastTo;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * A loop as two: one over blocks of iterations that run side by side, and one over those that fill
 * no block. A loop that goes through arrays from their ends begins with the latter.
 */
final class LoopBlocks {
  /** With more elements of its own for each iteration, a block would not stay in the caches. */
  private static final long MOST_ELEMENTS = 4096;

  /** So many iterations no loop makes. */
  private static final long MANY = 1L << 40;

  private final Cycle loop;
  private final GraphBuilder builder;
  private final Dim trips;
  private final Dim blocks;
  private final Dim rest;
  private final boolean descending;
  private final Set<Node> shared;
  private final Map<Node, LaneViews.Parts> known;
  private final Spans spans;

  /** Carried numbers, and what is computed of them: in the order of the iterations. */
  private final Set<Integer> ordered = new LinkedHashSet<>();

  private final Set<Node> late = new LinkedHashSet<>();

  /** Values so far, by number of the carried value; arrays of own entries have two. */
  private final Map<Integer, Node> values = new HashMap<>();

  private final Map<Integer, Node> ownRest = new HashMap<>();
  private boolean pays;
  private boolean areTurned;
  private Dim ownElements = Dim.ZERO;

  private LoopBlocks(
      Cycle loop,
      Dim trips,
      Dim blocks,
      boolean descending,
      Set<Node> shared,
      Map<Node, LaneViews.Parts> known,
      Spans spans) {
    this.spans = spans;
    this.loop = loop;
    this.builder = loop.apply().builder();
    this.trips = trips;
    this.blocks = blocks;
    this.rest = trips.minus(blocks.times(Dim.of(LaneViews.LANES)));
    this.descending = descending;
    this.shared = shared;
    this.known = known;
  }

  /**
   * @param descending whether the iterations go through arrays from their ends
   * @param shared carried arrays without own entries for the iterations
   * @param known arrays that earlier loops left in parts; {@link #results} adds those of this loop
   * @param spans learns where the new values come from
   */
  static LoopBlocks of(
      Cycle loop,
      Dim trips,
      boolean descending,
      Set<Node> shared,
      Map<Node, LaneViews.Parts> known,
      Spans spans)
      throws Unsuited {
    Dim earlier = blocks(loop, trips, known);
    Dim plain = trips.floorDiv(Dim.of(LaneViews.LANES));
    LoopBlocks made =
        of(loop, trips, earlier == null ? plain : earlier, descending, shared, known, spans);
    Dim own = made.ownElements;
    if (earlier != null || (own.isConstant() && own.constant() <= MOST_ELEMENTS)) {
      return made;
    }
    if (own.isConstant()) {
      throw new Unsuited();
    }
    // None at all where an iteration's own arrays turn out to be large.
    Dim isLarge = own.floorDiv(Dim.of(MOST_ELEMENTS + 1)).min(Dim.ONE);
    Dim size = Dim.of(LaneViews.LANES).plus(Dim.of(MANY).times(isLarge));
    return of(loop, trips, trips.floorDiv(size), descending, shared, known, spans);
  }

  private static LoopBlocks of(
      Cycle loop,
      Dim trips,
      Dim blocks,
      boolean descending,
      Set<Node> shared,
      Map<Node, LaneViews.Parts> known,
      Spans spans)
      throws Unsuited {
    LoopBlocks made = new LoopBlocks(loop, trips, blocks, descending, shared, known, spans);
    made.begin();
    made.run(!descending);
    made.run(descending);
    if (!made.pays) {
      throw new Unsuited();
    }
    return made;
  }

  /** The number of blocks of an array in parts that the loop reads; null if there is none. */
  private static @Nullable Dim blocks(Cycle loop, Dim trips, Map<Node, LaneViews.Parts> known) {
    for (int i = 1 + loop.carries(); i <= loop.inputs(); i++) {
      LaneViews.Parts parts = known.get(loop.outer(i));
      if (parts != null && loop.outer(i).tensor().shape().dim(0).equals(trips)) {
        return parts.blocks().tensor().shape().dim(0);
      }
    }
    return null;
  }

  /** The loop's carried values after its last iteration. */
  List<Node> results() {
    List<Node> results = new ArrayList<>();
    for (int i = 1; i <= loop.carries(); i++) {
      Node last = Objects.requireNonNull(values.get(i));
      Node alone = ownRest.get(i);
      if (alone != null) {
        LaneViews.Parts parts = new LaneViews.Parts(last, alone);
        last = LaneViews.whole(parts);
        known.put(last, parts);
      }
      results.add(last);
    }
    return results;
  }

  private void begin() throws Unsuited {
    for (int i = 1; i <= loop.carries(); i++) {
      Parameter carry = loop.parameter(i);
      if (TapeStart.isTape(carry.type())) {
        throw new Unsuited();
      }
      values.put(i, loop.outer(i));
      if (carry.tensor().isScalar()) {
        ordered.add(i);
        late.add(carry);
      } else if (!shared.contains(carry)) {
        values.put(i, started(i, true));
        ownRest.put(i, started(i, false));
      }
    }
    for (Node node : Graph.reachable(loop.body().results())) {
      if (Graph.operands(node).stream().anyMatch(late::contains)) {
        requirePlain(node);
        late.add(node);
      }
    }
    for (int i = 1; i <= loop.carries(); i++) {
      if (!ordered.contains(i) && late.contains(loop.next(i))) {
        throw new Unsuited();
      }
    }
  }

  /** What follows from carried numbers runs in order, number by number. */
  private static void requirePlain(Node node) throws Unsuited {
    boolean isPlain =
        node instanceof Apply
            && ((Apply) node).operator() instanceof Elementwise
            && !(((Apply) node).operator() instanceof IntegerDivision)
            && !((Apply) node).is(Require.OP)
            && node.tensor().isScalar();
    if (!isPlain) {
      throw new Unsuited();
    }
  }

  /** The first value of an array of own entries, in parts. */
  private Node started(int carry, boolean areLanes) throws Unsuited {
    TensorType type = loop.parameter(carry).tensor();
    Node initial = loop.outer(carry);
    Shape entries = type.shape().replace(0, areLanes ? blocks : rest);
    Shape shape = areLanes ? entries.with(entries.rank(), Dim.of(LaneViews.LANES)) : entries;
    if (type.shape().dim(0).equals(trips) && initial instanceof Apply) {
      Apply apply = (Apply) initial;
      if (apply.is(Blank.OP)) {
        return Blank.blank(builder, type.withShape(shape));
      }
      if (apply.is(BroadcastTo.OP) && apply.argument(0).tensor().isScalar()) {
        return broadcastTo(apply.argument(0), shape);
      }
    }
    throw new Unsuited(loop.parameter(carry));
  }

  /** True if it would be better to go through the arrays in the other direction. */
  boolean areTurned() {
    return areTurned;
  }

  private void run(boolean areLanes) throws Unsuited {
    Dim rounds = areLanes ? blocks : rest;
    LoopDraft draft = new LoopDraft(size(builder, rounds), loop.body().depth(), spans);
    Node last = size(builder, rounds.minus(Dim.ONE));
    Node entry = descending ? sub(last, draft.index()) : draft.index();
    LaneViews views = new LaneViews(loop, descending, blocks, areLanes, known, draft, entry);
    LaneBody body = new LaneBody(views, null, draft, spans);
    body.know(loop.index(), new LaneValue(numbers(entry, areLanes), Kind.LANE, loop.index()));
    Map<Integer, Parameter> carries = new LinkedHashMap<>();
    for (int i = 1; i <= loop.inputs(); i++) {
      Parameter original = loop.parameter(i);
      if (i > loop.carries()) {
        Node outer = draft.invariant(loop.outer(i));
        body.know(original, new LaneValue(outer, Kind.SAME, original));
        continue;
      }
      Node first = areLanes || !ownRest.containsKey(i) ? values.get(i) : ownRest.get(i);
      Parameter carry = draft.carry(Objects.requireNonNull(first));
      carries.put(i, carry);
      if (!ordered.contains(i)) {
        Kind kind = ownRest.containsKey(i) ? Kind.OWN : Kind.SUM;
        body.know(original, new LaneValue(carry, kind, original));
      }
    }
    body.compute(early());
    for (Map.Entry<Integer, Parameter> carry : carries.entrySet()) {
      if (!ordered.contains(carry.getKey())) {
        LaneValue next = body.of(loop.next(carry.getKey()));
        if (next.kind() != (ownRest.containsKey(carry.getKey()) ? Kind.OWN : Kind.SUM)) {
          throw new Unsuited(loop.parameter(carry.getKey()));
        }
        LaneBody.requireSameArray(body.of(loop.parameter(carry.getKey())), next);
        draft.next(carry.getValue(), next.node());
      }
    }
    inOrder(body, draft, carries, areLanes);
    List<Node> finals = draft.finish();
    int next = 0;
    for (int i : carries.keySet()) {
      (areLanes || !ownRest.containsKey(i) ? values : ownRest).put(i, finals.get(next++));
    }
    pays |= views.hasArrays();
    ownElements = areLanes ? views.ownElements() : ownElements;
    areTurned |= views.areTurned();
  }

  /** The numbers of a block's iterations, or that of a single one. */
  private Node numbers(Node entry, boolean areLanes) {
    Dim lanes = Dim.of(LaneViews.LANES);
    Node start = areLanes ? mul(entry, size(builder, lanes)) : entry;
    Node number = areLanes ? iota(builder, lanes) : size(builder, blocks.times(lanes));
    Node place = add(number, start);
    return descending ? sub(size(builder, trips.minus(Dim.ONE)), place) : place;
  }

  /** What is computed before what goes in order. */
  private List<Node> early() {
    List<Node> early = new ArrayList<>();
    for (int i = 1; i <= loop.carries(); i++) {
      if (!ordered.contains(i)) {
        early.add(loop.next(i));
      }
    }
    for (Node node : late) {
      Graph.operands(node).stream().filter(x -> !late.contains(x)).forEach(early::add);
    }
    for (int i : ordered) {
      if (!late.contains(loop.next(i))) {
        early.add(loop.next(i));
      }
    }
    return early;
  }

  private void inOrder(
      LaneBody body, LoopDraft draft, Map<Integer, Parameter> carries, boolean areLanes)
      throws Unsuited {
    if (ordered.isEmpty()) {
      return;
    }
    LoopDraft lanes =
        areLanes
            ? new LoopDraft(
                builder.constant(DType.I64, (long) LaneViews.LANES), loop.body().depth() + 1, spans)
            : draft;
    Node last = builder.constant(DType.I64, LaneViews.LANES - 1L);
    Node lane = descending ? sub(last, lanes.index()) : lanes.index();
    Substitution numbers = new Substitution(builder, Map.of(), spans);
    List<Parameter> inner = new ArrayList<>();
    for (int i : ordered) {
      Parameter carry = Objects.requireNonNull(carries.get(i));
      Parameter own = areLanes ? lanes.carry(carry) : carry;
      inner.add(own);
      numbers.replace(loop.parameter(i), own);
    }
    for (Node node : early()) {
      LaneValue value = body.of(node);
      if (value.node().tensor().rank() <= 1 && (value.isSame() || value.isLane())) {
        Node seen = areLanes ? lanes.invariant(value.node()) : value.node();
        numbers.replace(node, areLanes && value.isLane() ? get(seen, List.of(lane)) : seen);
      }
    }
    int next = 0;
    for (int i : ordered) {
      lanes.next(inner.get(next++), numbers.of(loop.next(i)));
    }
    if (areLanes) {
      List<Node> finals = lanes.finish();
      next = 0;
      for (int i : ordered) {
        draft.next(Objects.requireNonNull(carries.get(i)), finals.get(next++));
      }
    }
  }
}
