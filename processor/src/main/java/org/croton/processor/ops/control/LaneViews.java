package org.croton.processor.ops.control;

import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.movement.Concat.concat;
import static org.croton.processor.ops.movement.Reshape.reshape;
import static org.croton.processor.ops.movement.Slice.slice;
import static org.croton.processor.ops.movement.Transpose.transpose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What the blocks of a loop's iterations read from outside: arrays of which each iteration reads an
 * entry of its own, with the entries of a block side by side.
 */
final class LaneViews {
  /**
   * Iterations of a block: some vectors of every level, so that one hides the latency of another.
   */
  static final int LANES = 64;

  /**
   * An array with an entry for each iteration, in two parts.
   *
   * @param blocks {@code [blocks, entry..., lane]}
   * @param rest the entries that fill no block
   */
  record Parts(Node blocks, Node rest) {}

  private record Key(Node array, StepPlace place) {}

  private final Cycle loop;
  private final boolean descending;
  private final Dim blocks;
  private final boolean areLanes;
  private final Map<Node, Parts> known;
  private final LoopDraft draft;
  private final Node entry;
  private final Map<Key, Node> made = new HashMap<>();
  private final Set<Node> inBody = new HashSet<>();
  private final Map<Parameter, Dim> ownArrays = new LinkedHashMap<>();
  private boolean hasArrays;
  private boolean areTurned;

  /**
   * @param blocks how many there are
   * @param areLanes true for the loop over blocks, false for the one over what fills no block
   * @param known arrays that earlier loops left in parts
   * @param draft that loop
   * @param entry number of the block, or of the iteration, in the order of the arrays' entries
   */
  LaneViews(
      Cycle loop,
      boolean descending,
      Dim blocks,
      boolean areLanes,
      Map<Node, Parts> known,
      LoopDraft draft,
      Node entry) {
    this.loop = loop;
    this.descending = descending;
    this.blocks = blocks;
    this.areLanes = areLanes;
    this.known = known;
    this.draft = draft;
    this.entry = entry;
  }

  /** True where a block of iterations runs side by side, false where each runs alone. */
  boolean areLanes() {
    return areLanes;
  }

  /** Which entry of arrays in parts is the block's, or the iteration's. */
  Node entry() {
    return entry;
  }

  /** A value from outside of the loop, or one of its own body, in that body. */
  Node inBody(Node node) {
    return node == entry || inBody.contains(node) ? node : draft.invariant(node);
  }

  /** True if each iteration has the entry of its own number in the array. */
  boolean isOwn(@Nullable Node array, @Nullable Node index) {
    if (array == null || index == null) {
      return false;
    }
    Shape shape = array.tensor().shape();
    StepPlace place = StepPlace.of(loop, index, descending, shape.dim(0));
    return place != null && place.isWhole(shape);
  }

  /** Notes what an inner loop carries. */
  void sawCarry(Parameter carry, LaneValue.Kind kind) {
    hasArrays |= kind != LaneValue.Kind.SAME && carry.tensor().rank() > 0;
    if (kind == LaneValue.Kind.LANE && carry.tensor().rank() > 0) {
      ownArrays.put(carry, carry.tensor().shape().size());
    }
  }

  /** Elements of the arrays that inner loops carry for an iteration, at most. */
  Dim ownElements() {
    return ownArrays.values().stream().reduce(Dim.ZERO, Dim::plus);
  }

  /** True if inner loops carry arrays of the iterations' own, or add to shared ones. */
  boolean hasArrays() {
    return hasArrays;
  }

  /** True if arrays had to be turned round, as the iterations go through them from their ends. */
  boolean areTurned() {
    return areTurned;
  }

  /**
   * What the iterations read of an array that has an entry for each, in the loop's own body: {@code
   * [entry..., lane]}, or the entry of one that runs alone. Null for other arrays, and where one
   * that runs alone may read the array itself.
   *
   * @param array a parameter of the original body
   * @param index which entry, a value of the original body
   */
  @Nullable Node entry(@Nullable Node array, @Nullable Node index) {
    int input = array == null ? -1 : loop.parameters().indexOf(array);
    if (input <= loop.carries() || index == null) {
      return null;
    }
    Node outer = loop.outer(input);
    Shape shape = outer.tensor().shape();
    StepPlace place = StepPlace.of(loop, index, descending, shape.dim(0));
    if (place == null) {
      return null;
    }
    areTurned |= place.step() < 0;
    Parts parts = place.isWhole(shape) ? parts(outer) : null;
    if (!areLanes && parts == null) {
      return null;
    }
    return made.computeIfAbsent(
        new Key(outer, place),
        key -> {
          Node all =
              parts == null ? blocked(outer, place) : areLanes ? parts.blocks() : parts.rest();
          // Inner loops read it often: here the lanes come to lie side by side.
          Node own = get(draft.invariant(all), List.of(entry));
          inBody.add(own);
          return own;
        });
  }

  private @Nullable Parts parts(Node array) {
    Parts parts = known.get(array);
    boolean fits = parts != null && parts.blocks().tensor().shape().dim(0).equals(blocks);
    return fits ? parts : null;
  }

  private Node blocked(Node array, StepPlace place) {
    Shape shape = array.tensor().shape();
    Dim lanes = Dim.of(LANES);
    SliceAttrs box = place.box(shape);
    List<Dim> sizes = new ArrayList<>(box.sizes());
    sizes.set(0, blocks.times(lanes));
    Node whole = slice(array, new SliceAttrs(box.starts(), box.steps(), sizes));
    Node rows = reshape(whole, shape.replace(0, lanes).with(0, blocks));
    List<Integer> order = new ArrayList<>(List.of(0));
    for (int axis = 2; axis <= shape.rank(); axis++) {
      order.add(axis);
    }
    order.add(1);
    return transpose(rows, order);
  }

  /** The array whose parts these are. */
  static Node whole(Parts parts) {
    Shape shape = parts.blocks().tensor().shape();
    int last = shape.rank() - 1;
    List<Integer> order = new ArrayList<>(List.of(0, last));
    for (int axis = 1; axis < last; axis++) {
      order.add(axis);
    }
    Node rows = transpose(parts.blocks(), order);
    Dim all = shape.dim(0).times(Dim.of(LANES));
    List<Dim> dims = new ArrayList<>(List.of(all));
    dims.addAll(shape.dims().subList(1, last));
    return concat(List.of(reshape(rows, new Shape(dims)), parts.rest()), 0);
  }
}
