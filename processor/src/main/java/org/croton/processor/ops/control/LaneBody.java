package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.ops.indexing.Get.get;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.op.Elementwise;
import org.croton.processor.op.IntegerDivision;
import org.croton.processor.op.Reduction;
import org.croton.processor.op.ShapeAttrs;
import org.croton.processor.ops.control.LaneValue.Kind;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Require;
import org.croton.processor.ops.elementwise.Sub;
import org.croton.processor.ops.indexing.Accumulate;
import org.croton.processor.ops.movement.BroadcastTo;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The body of a loop, or of a loop in it, as a block of iterations computes it side by side: what
 * differs between them has one more axis.
 */
final class LaneBody {
  /** The iterations cannot run side by side, or not in this way. */
  static final class Unsuited extends Exception {
    private static final long serialVersionUID = 1;

    /** The carried array whose entries are not the iterations' own, if that is the reason. */
    private final transient @Nullable Node array;

    Unsuited() {
      this(null);
    }

    Unsuited(@Nullable Node array) {
      super(null, null, false, false);
      this.array = array;
    }

    @Nullable Node array() {
      return array;
    }
  }

  private final LaneViews views;
  private final @Nullable LaneBody around;
  private final LoopDraft draft;
  private final LaneShapes shapes;
  private final Spans spans;
  private final Map<Node, LaneValue> values = new HashMap<>();

  /** The values of a body inherit their places in {@code spans}. */
  LaneBody(LaneViews views, @Nullable LaneBody around, LoopDraft draft, Spans spans) {
    this.spans = spans;
    this.views = views;
    this.around = around;
    this.draft = draft;
    this.shapes = new LaneShapes(views.areLanes());
  }

  void know(Node node, LaneValue value) {
    values.put(node, value);
    spans.derive(value.node(), node);
  }

  LaneValue of(Node node) throws Unsuited {
    LaneValue value = values.get(node);
    if (value != null) {
      return value;
    }
    if (!LoopDraft.isEverywhere(node)) {
      throw new Unsuited();
    }
    return new LaneValue(node, Kind.SAME, node);
  }

  /** Computes what the given values of the body need, apart from those that are known. */
  void compute(Collection<? extends Node> results) throws Unsuited {
    for (Node node : Graph.reachable(List.copyOf(results))) {
      if (node instanceof Apply && !values.containsKey(node) && !LoopDraft.isEverywhere(node)) {
        apply((Apply) node);
      }
    }
  }

  /** A value from outside of the block's loop, or of its own level, as this body sees it. */
  private Node within(Node top) {
    return around == null ? views.inBody(top) : draft.invariant(around.within(top));
  }

  private void apply(Apply apply) throws Unsuited {
    if (apply.is(Loop.OP)) {
      loop(new Cycle(apply));
      return;
    }
    List<LaneValue> x = new ArrayList<>();
    for (Node argument : apply.arguments()) {
      x.add(of(argument));
    }
    if (!apply.regions().isEmpty() || apply.resultTypes().size() != 1) {
      throw new Unsuited();
    }
    if (x.stream().allMatch(LaneValue::isSame)) {
      Node same = with(apply, apply.attrs(), x.stream().map(LaneValue::node).toList());
      know(apply, new LaneValue(same, Kind.SAME, source(apply, x)));
    } else if (x.get(0).kind() == Kind.OWN) {
      own(apply, x);
    } else if (x.get(0).kind() == Kind.SUM || isSum(apply, x)) {
      Node array = x.get(x.get(0).kind() == Kind.SUM ? 0 : 1).source();
      know(apply, new LaneValue(added(apply, x), Kind.SUM, array));
    } else {
      for (LaneValue operand : x) {
        requireValue(operand);
      }
      know(apply, new LaneValue(lanes(apply, x), Kind.LANE, source(apply, x)));
    }
  }

  /** Whole numbers are followed into inner loops: they may be places of the iteration's own. */
  private static @Nullable Node source(Apply apply, List<LaneValue> x) {
    boolean isNumber =
        apply.operator() instanceof Elementwise
            && apply.tensor().isScalar()
            && apply.tensor().dtype().isInteger();
    if (!isNumber || x.stream().anyMatch(value -> value.source() == null)) {
      return null;
    }
    List<Node> sources = new ArrayList<>();
    x.forEach(value -> sources.add(value.source()));
    return with(apply, apply.attrs(), sources);
  }

  /** A carried array is no operand but of what reads it and changes it. */
  private static void requireValue(LaneValue operand) throws Unsuited {
    if (!operand.isSame() && !operand.isLane()) {
      throw new Unsuited(operand.source());
    }
  }

  /** Reads or writes an entry of the iteration's own. */
  private void own(Apply apply, List<LaneValue> x) throws Unsuited {
    Node array = x.get(0).source();
    boolean isRead = Access.isRead(apply);
    boolean isWrite = Access.isWrite(apply) || apply.is(Accumulate.OP);
    int last = x.size() - 1;
    int places = isRead ? last : last - 1;
    boolean isEntry =
        (isRead || isWrite)
            && places > 1
            && views.isOwn(array, x.get(1).source())
            && x.subList(2, places).stream().allMatch(LaneValue::isSame)
            && isTrue(x.get(last));
    if (!isEntry) {
      throw new Unsuited(array);
    }
    List<Node> operands = new ArrayList<>(x.stream().map(LaneValue::node).toList());
    operands.set(1, within(views.entry()));
    if (isWrite) {
      requireValue(x.get(places));
      operands.set(places, shapes.wide(x.get(places)));
    }
    Node made = with(apply, apply.attrs(), operands);
    know(apply, new LaneValue(made, isRead ? Kind.LANE : Kind.OWN, isRead ? null : array));
  }

  private static boolean isSum(Apply apply, List<LaneValue> x) {
    return apply.is(Add.OP) && x.get(1).kind() == Kind.SUM;
  }

  /** What all iterations of the block add to an array that each adds to. */
  private Node added(Apply apply, List<LaneValue> x) throws Unsuited {
    if (apply.is(Accumulate.OP)) {
      int last = x.size() - 1;
      if (!x.subList(1, last - 1).stream().allMatch(LaneValue::isSame) || !isTrue(x.get(last))) {
        throw new Unsuited();
      }
      List<Node> operands = new ArrayList<>(x.stream().map(LaneValue::node).toList());
      operands.set(last - 1, shapes.total(x.get(last - 1)));
      return with(apply, apply.attrs(), operands);
    }
    int array = x.get(0).kind() == Kind.SUM ? 0 : 1;
    boolean adds = apply.is(Add.OP) || (apply.is(Sub.OP) && array == 0);
    if (!adds || !x.get(array).node().type().equals(apply.type())) {
      throw new Unsuited();
    }
    List<Node> operands = new ArrayList<>(List.of(x.get(0).node(), x.get(1).node()));
    operands.set(1 - array, shapes.total(x.get(1 - array)));
    return with(apply, apply.attrs(), operands);
  }

  private static boolean isTrue(LaneValue guard) {
    return guard.node() instanceof Constant constant && constant.value().integer(0) != 0;
  }

  private Node lanes(Apply apply, List<LaneValue> x) throws Unsuited {
    if (apply.operator() instanceof Elementwise) {
      if (apply.operator() instanceof IntegerDivision || apply.is(Require.OP)) {
        throw new Unsuited();
      }
      int rank = apply.tensor().rank();
      return with(
          apply, apply.attrs(), x.stream().map(value -> shapes.aligned(value, rank)).toList());
    }
    if (apply.operator() instanceof Reduction) {
      return with(apply, apply.attrs(), List.of(x.get(0).node()));
    }
    if (apply.is(BroadcastTo.OP)) {
      Shape shape = shapes.wide(apply.tensor()).shape();
      return with(apply, new ShapeAttrs(shape), List.of(x.get(0).node()));
    }
    if (Access.isRead(apply)) {
      return read(apply, x);
    }
    if (Access.isWrite(apply) || apply.is(Accumulate.OP)) {
      return write(apply, x);
    }
    throw new Unsuited();
  }

  private Node write(Apply apply, List<LaneValue> x) throws Unsuited {
    int last = x.size() - 1;
    List<Node> operands = new ArrayList<>(x.stream().map(LaneValue::node).toList());
    if (views.areLanes()) {
      requireSame(x.subList(1, last - 1));
      Node value = shapes.wide(x.get(last - 1));
      operands.set(0, shapes.wide(x.get(0)));
      if (x.get(last).isLane()) {
        requireInRange(apply, last - 1);
        List<Node> indices = operands.subList(1, last - 1);
        Node otherwise =
            Access.isWrite(apply) ? get(operands.get(0), indices) : LaneShapes.zero(value);
        value = where(operands.get(last), value, otherwise);
        operands.set(last, value.builder().constant(DType.BOOL, 1L));
      }
      operands.set(last - 1, value);
    }
    return with(apply, apply.attrs(), operands);
  }

  /**
   * What only some iterations may do must be possible for all. It is where the body has read the
   * same element before, whatever the condition.
   *
   * @param end number of the first argument behind the indices
   */
  private void requireInRange(Apply apply, int end) throws Unsuited {
    Node read = get(apply.argument(0), apply.arguments().subList(1, end));
    if (!values.containsKey(read)) {
      throw new Unsuited();
    }
  }

  private Node read(Apply apply, List<LaneValue> x) throws Unsuited {
    List<Node> indices = new ArrayList<>();
    for (LaneValue index : x.subList(1, x.size())) {
      indices.add(index.node());
    }
    Node guard = indices.remove(indices.size() - 1);
    if (isOwnRead(apply, x)) {
      boolean always = isTrue(x.get(x.size() - 1));
      Node entry = always ? views.entry(x.get(0).source(), x.get(1).source()) : null;
      if (entry != null) {
        requireSame(x.subList(2, x.size()));
        List<Node> inside = indices.subList(1, indices.size());
        return inside.isEmpty() ? within(entry) : get(within(entry), inside, guard);
      }
      if (views.areLanes()) {
        throw new Unsuited();
      }
      return get(x.get(0).node(), indices, guard);
    }
    if (views.areLanes()) {
      requireSame(x.subList(1, x.size() - 1));
      if (x.get(x.size() - 1).isLane()) {
        requireInRange(apply, x.size() - 1);
        Node value = get(shapes.wide(x.get(0)), indices);
        return where(guard, value, LaneShapes.zero(value));
      }
    }
    return get(x.get(0).node(), indices, guard);
  }

  private static void requireSame(List<LaneValue> values) throws Unsuited {
    if (!values.stream().allMatch(LaneValue::isSame)) {
      throw new Unsuited();
    }
  }

  /** True for a read, from an array of outside, of what only this iteration reads. */
  private static boolean isOwnRead(Apply apply, List<LaneValue> x) {
    return Access.isRead(apply) && x.size() > 2 && x.get(0).isSame() && x.get(1).isLane();
  }

  private static Node with(Apply apply, Attrs attrs, List<Node> operands) {
    return apply.builder().apply(apply.operator(), attrs, operands);
  }

  /** A loop inside: it carries what differs between the iterations for all of them. */
  private void loop(Cycle loop) throws Unsuited {
    if (!of(loop.trips()).isSame() || loop.segment() != null) {
      throw new Unsuited();
    }
    Map<Integer, Kind> kinds = new HashMap<>();
    for (int i = 1; i <= loop.carries(); i++) {
      kinds.put(i, of(loop.outer(i)).kind());
    }
    List<Node> finals = null;
    while (finals == null) {
      finals = loop(loop, kinds);
    }
    List<Node> results = loop.apply().builder().results(loop.apply());
    for (int i = 0; i < results.size(); i++) {
      Kind kind = kinds.getOrDefault(i + 1, Kind.SAME);
      views.sawCarry(loop.parameter(i + 1), kind);
      Node array = isArray(kind) ? of(loop.outer(i + 1)).source() : null;
      know(results.get(i), new LaneValue(finals.get(i), kind, array));
    }
  }

  private static boolean isArray(Kind kind) {
    return kind == Kind.OWN || kind == Kind.SUM;
  }

  /** Arrays that change places from one iteration to the next are none that blocks can carry. */
  static void requireSameArray(LaneValue array, LaneValue next) throws Unsuited {
    if (array.source() != next.source()) {
      throw new Unsuited();
    }
  }

  /** Null if a carried value differs between iterations though it begins alike. */
  private @Nullable List<Node> loop(Cycle loop, Map<Integer, Kind> kinds) throws Unsuited {
    LoopDraft inner = new LoopDraft(of(loop.trips()).node(), loop.body().depth(), spans);
    LaneBody body = new LaneBody(views, this, inner, spans);
    body.know(loop.index(), new LaneValue(inner.index(), Kind.SAME, null));
    List<Parameter> carries = new ArrayList<>();
    for (int i = 1; i <= loop.inputs(); i++) {
      LaneValue outer = of(loop.outer(i));
      if (i > loop.carries()) {
        LaneValue seen = new LaneValue(inner.invariant(outer.node()), outer.kind(), outer.source());
        body.know(loop.parameter(i), seen);
      } else {
        Kind kind = kinds.getOrDefault(i, Kind.SAME);
        Parameter carry = inner.carry(kind == Kind.LANE ? shapes.wide(outer) : outer.node());
        carries.add(carry);
        Node array = isArray(kind) ? outer.source() : null;
        body.know(loop.parameter(i), new LaneValue(carry, kind, array));
      }
    }
    body.compute(loop.body().results());
    boolean isStable = true;
    for (int i = 1; i <= loop.carries(); i++) {
      LaneValue next = body.of(loop.next(i));
      Kind kind = kinds.getOrDefault(i, Kind.SAME);
      if (kind == Kind.SAME && next.isLane()) {
        kinds.put(i, Kind.LANE);
        isStable = false;
      } else if (kind != next.kind() && !(kind == Kind.LANE && next.isSame())) {
        throw new Unsuited();
      } else if (isArray(kind)) {
        requireSameArray(body.of(loop.parameter(i)), next);
      }
      if (isStable) {
        inner.next(carries.get(i - 1), kind == Kind.LANE ? shapes.wide(next) : next.node());
      }
    }
    return isStable ? inner.finish() : null;
  }
}
