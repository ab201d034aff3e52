package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Gt.gt;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.movement.Size.size;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ops.indexing.Zeros;
import org.croton.processor.ops.movement.BroadcastTo;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * A carried array that a counted loop fills slot by slot, and of which only slots near the last
 * written one are ever read: then so many values do in its place.
 *
 * @param before reads in the body, with how far they look back
 * @param after reads after the loop, with how far from the last slot they are
 * @param place the slots, by the iterations
 * @param room how many slots of the array follow them
 */
record LastSteps(
    Cycle loop,
    int carry,
    Map<Apply, Integer> before,
    Map<Apply, Integer> after,
    StepPlace place,
    Dim room) {
  private static final int MOST = 4;

  /**
   * Null if the array is used in another way.
   *
   * @param users by value, at the loop's level
   */
  static @Nullable LastSteps of(Cycle loop, int carry, Map<Node, List<Node>> users) {
    Dim exact = Trips.dim(loop.trips());
    if (exact == null || !Access.isWrite(loop.next(carry)) || !loop.isCounted()) {
      return null;
    }
    Access write = new Access((Apply) loop.next(carry));
    boolean plain = write.isCertain() && write.indices().size() == 1;
    if (!plain || write.array() != loop.parameter(carry)) {
      return null;
    }
    Dim size = loop.parameter(carry).tensor().shape().dim(0);
    StepPlace place = StepPlace.of(loop, write.indices().get(0), false, size);
    if (place == null || place.step() != 1) {
      return null;
    }
    Dim room = size.minus(place.start()).minus(exact);
    LastSteps steps =
        new LastSteps(loop, carry, new LinkedHashMap<>(), new LinkedHashMap<>(), place, room);
    Dim last = place.start().plus(exact).minus(Dim.ONE);
    boolean near = steps.readsBefore(write) && steps.readsAfter(users, last);
    return near && steps.count() <= MOST && steps.hasStart() ? steps : null;
  }

  /** How many values take the array's place. */
  int count() {
    int back = before.values().stream().mapToInt(x -> x).max().orElse(0);
    return Math.max(back, 1 + after.values().stream().mapToInt(x -> x).max().orElse(0));
  }

  /** The carried value that the array records and nothing else; 0 if there is none. */
  int recorded() {
    Node taken = new Access((Apply) loop.next(carry)).value();
    return count() == 1 && before.isEmpty() ? 1 + loop.body().results().indexOf(taken) : 0;
  }

  private boolean readsBefore(Access write) {
    Affine slot = Affine.of(write.indices().get(0));
    for (Node node : Graph.reachable(loop.body().results())) {
      List<Node> operands = Graph.operands(node);
      if (operands.contains(write.apply())) {
        return false;
      }
      if (operands.contains(write.array()) && node != write.apply()) {
        boolean read = Access.isRead(node) && new Access((Apply) node).indices().size() == 1;
        Long ahead = read ? Affine.of(new Access((Apply) node).indices().get(0)).minus(slot) : null;
        if (ahead == null || ahead >= 0 || !isNatural(place.start().plus(Dim.of(ahead)))) {
          return false;
        }
        before.put((Apply) node, (int) Math.min(-ahead, MOST + 1));
      }
    }
    return loop.body().results().stream()
        .allMatch(x -> x != write.array() && (x != write.apply() || x == loop.next(carry)));
  }

  private boolean readsAfter(Map<Node, List<Node>> users, Dim last) {
    for (Node user : users.getOrDefault(loop.result(carry), List.of())) {
      Access read = Access.isRead(user) ? new Access((Apply) user) : null;
      boolean plain = read != null && read.isCertain() && read.indices().size() == 1;
      Dim index = plain && read != null ? Trips.dim(read.indices().get(0)) : null;
      Dim back = index == null ? null : last.minus(index);
      boolean near = back != null && back.isConstant() && back.constant() >= 0;
      if (!near || back == null || back.constant() > MOST || !isThere(back)) {
        return false;
      }
      after.put((Apply) user, (int) back.constant());
    }
    return !after.isEmpty();
  }

  /** True if the slot is one of the array's as soon as an iteration was run. */
  private boolean isThere(Dim back) {
    return back.equals(Dim.ZERO) || isNatural(place.start().minus(back));
  }

  private static boolean isNatural(Dim dim) {
    return dim.terms().stream().allMatch(term -> term.factor() >= 0);
  }

  /** True if what is read is known, and an index is out of range as before, if none is run. */
  private boolean hasStart() {
    for (int k = 1; k <= count(); k++) {
      boolean there = isPlain(loop.outer(carry)) || isNatural(place.start().minus(Dim.of(k)));
      if (!there || start(k) == null) {
        return false;
      }
    }
    for (Access write : written()) {
      Dim index = index(write);
      if (index == null || !isNatural(end().minus(Dim.ONE).minus(index))) {
        return false;
      }
    }
    return written().isEmpty() || !mayBeShort() || lastWritten() != null;
  }

  /** How many slots the array has if no iteration is run. */
  private Dim end() {
    return place.start().plus(room);
  }

  /** What the array began with, by writes. */
  private List<Access> written() {
    List<Access> writes = new ArrayList<>();
    Node array = loop.outer(carry);
    while (Access.isWrite(array)) {
      writes.add(new Access((Apply) array));
      array = writes.get(writes.size() - 1).array();
    }
    return writes;
  }

  /** The write to the last of those slots: where the array is smaller, it fails. */
  @Nullable Access lastWritten() {
    Dim last = end().minus(Dim.ONE);
    return written().stream().filter(write -> last.equals(index(write))).findFirst().orElse(null);
  }

  private static @Nullable Dim index(Access write) {
    boolean plain = write.isCertain() && write.indices().size() == 1;
    return plain ? Trips.dim(write.indices().get(0)) : null;
  }

  /** True if the number of iterations is negative where the array is too small for its start. */
  private boolean mayBeShort() {
    Dim exact = Trips.dim(loop.trips());
    return exact == null || !isNatural(exact);
  }

  private static boolean isPlain(Node array) {
    return array instanceof Apply
        && ((Apply) array).is(BroadcastTo.OP)
        && ((Apply) array).argument(0) instanceof Constant;
  }

  private GraphBuilder builder() {
    return loop.apply().builder();
  }

  /** What is so many slots before the first written one; null if that would need the array. */
  @Nullable Node start(int back) {
    Dim slot = place.start().minus(Dim.of(back));
    Node array = loop.outer(carry);
    for (Access write : written()) {
      Dim index = index(write);
      Dim apart = index == null ? null : index.minus(slot);
      if (apart == null || !apart.isConstant()) {
        return null;
      }
      if (apart.constant() == 0) {
        return write.value();
      }
      array = write.array();
    }
    return isNatural(slot)
        ? get(array, List.of(size(builder(), slot)))
        : Zeros.like(new Access((Apply) loop.next(carry)).value());
  }

  /** A read in the body, given the value that stands in its place. */
  static Node seen(Node guard, Parameter value) {
    boolean certain = guard instanceof Constant && ((Constant) guard).value().integer(0) != 0;
    return certain ? value : where(guard, value, Zeros.like(value));
  }

  /**
   * What a read after the loop is where no iteration was run: what the array began with, or a
   * failure as before. Null if the value that takes the array's place is that too.
   */
  @Nullable Node unrun(Access read) {
    Node first = loop.outer(carry);
    if (isPlain(first)) {
      return get(first, read.indices());
    }
    Access last = lastWritten();
    if (!mayBeShort()) {
      return null;
    }
    return last == null ? get(first, read.indices()) : get(Zeros.like(first), last.indices());
  }

  /** Whether an iteration was run, or, if the array began with writes, could have been. */
  Node ran() {
    long least = isPlain(loop.outer(carry)) ? 0 : -1;
    return gt(loop.trips(), builder().constant(DType.I64, least));
  }
}
