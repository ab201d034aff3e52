package org.croton.processor.ops.control;

import static org.croton.processor.ops.indexing.Get.get;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.op.Pullback;
import org.croton.processor.ops.indexing.Zeros;
import org.jspecify.annotations.Nullable;

/**
 * The reverse rule of a loop: a loop that walks back. It carries the adjoints of the carried values
 * and accumulates into those of the invariants, from where they stand. What it reads of the forward
 * iterations {@link Tapes} brings.
 */
final class LoopPullback {
  private final Cycle loop;
  private final Pullback pullback;
  private final Region region;
  private final LoopDraft reverse;

  /** Adjoints within the reverse, by number of the loop's argument. */
  private final Map<Integer, Parameter> adjoints = new LinkedHashMap<>();

  private LoopPullback(Cycle loop, Pullback pullback) {
    this.loop = loop;
    this.pullback = pullback;
    this.region = loop.body();
    this.reverse = new LoopDraft(loop.trips(), region.depth()).segment(loop.segment());
  }

  static void emit(Cycle loop, Pullback pullback) {
    Set<Integer> varied = Activity.varied(loop, i -> pullback.wants(loop.argument(i)));
    Set<Integer> live = Activity.live(loop, varied, i -> pullback.cotangent(i) != null);
    if (!live.isEmpty()) {
      new LoopPullback(loop, pullback).emit(live);
    }
  }

  private void emit(Set<Integer> live) {
    live.forEach(this::adjoint);
    for (int i = 1 + loop.carries(); i <= loop.inputs(); i++) {
      if (wants(i)) {
        adjoint(i);
      }
    }
    Map<Integer, Node> before = bodyAdjoints(live);
    List<Integer> invariants = new ArrayList<>(before.keySet());
    invariants.removeAll(live);
    List<Node> finals = new ArrayList<>();
    pullback.updateAll(
        invariants.stream().map(loop::argument).toList(),
        sums -> {
          finals.addAll(walkBack(live, invariants, sums, before));
          return finals.subList(live.size(), finals.size());
        });
    int next = 0;
    for (int carry : live) {
      pullback.accumulate(loop.argument(carry), finals.get(next++));
    }
  }

  private boolean wants(int input) {
    return pullback.wants(loop.argument(input));
  }

  private void adjoint(int argument) {
    adjoints.put(argument, reverse.carry(region.parameters().get(argument).type()));
  }

  private Parameter own(int argument) {
    return Objects.requireNonNull(adjoints.get(argument));
  }

  /**
   * The adjoints before an iteration, given those after it, over values of the forward body. Each
   * invariant counts as an output of the body with its sum so far as cotangent: so the body's
   * contributions go on top of it. Invariants to which the body adds nothing are left out.
   */
  private Map<Integer, Node> bodyAdjoints(Set<Integer> live) {
    List<Node> outputs = new ArrayList<>();
    List<@Nullable Node> cotangents = new ArrayList<>();
    List<Node> wrt = new ArrayList<>();
    Origins origins = new Origins(loop, region.results());
    adjoints.forEach(
        (i, adjoint) -> {
          Parameter parameter = region.parameters().get(i);
          wrt.add(parameter);
          WriteOnce array = live.contains(i) ? writtenOnly(i, origins) : null;
          if (array != null) {
            array.writes().forEach(write -> seed(write, adjoint, outputs, cotangents));
          }
          boolean sums = array != null || !live.contains(i);
          outputs.add(sums ? parameter : region.results().get(i - 1));
          cotangents.add(adjoint);
        });
    List<@Nullable Node> made =
        pullback.adjoints(outputs, cotangents, wrt, Ranges.inside(loop, pullback.extents()));
    Map<Integer, Node> before = new LinkedHashMap<>();
    int next = 0;
    for (int i : adjoints.keySet()) {
      Node adjoint = made.get(next++);
      if (live.contains(i)) {
        before.put(i, adjoint != null ? adjoint : Zeros.like(region.parameters().get(i)));
      } else if (adjoint != null && adjoint != own(i)) {
        before.put(i, adjoint);
      }
    }
    return before;
  }

  /**
   * An array that the loop fills and nobody asks what was in it before: each slot's adjoint is read
   * by the iteration that wrote it and by no earlier one, so it need not be cleared. The array's
   * adjoint then is like an invariant's, to which the reads of earlier slots add.
   */
  private @Nullable WriteOnce writtenOnly(int carry, Origins origins) {
    WriteOnce array = wants(carry) ? null : WriteOnce.of(loop, carry, origins);
    return array != null && array.readsEarlier() && array.separate() ? array : null;
  }

  private static void seed(
      Access write, Node adjoint, List<Node> outputs, List<@Nullable Node> cotangents) {
    outputs.add(write.value());
    cotangents.add(get(adjoint, write.indices(), write.guard()));
  }

  private List<Node> walkBack(
      Set<Integer> live, List<Integer> invariants, List<Node> sums, Map<Integer, Node> before) {
    List<Integer> carried = new ArrayList<>(live);
    carried.addAll(invariants);
    List<Node> nexts = new ArrayList<>();
    for (int i : carried) {
      Node start = live.contains(i) ? pullback.cotangent(i - 1) : sums.get(invariants.indexOf(i));
      reverse.start(own(i), start != null ? start : Zeros.like(region.parameters().get(i)));
      nexts.add(Objects.requireNonNull(before.get(i)));
    }
    List<Node> images = Tapes.bring(loop, nexts, adjoints.values(), reverse, pullback.extents());
    for (int i = 0; i < carried.size(); i++) {
      reverse.next(own(carried.get(i)), images.get(i));
    }
    // Behind the adjoints stand arrays that the reverse carries back for itself.
    return reverse.finish().subList(0, carried.size());
  }
}
