package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Gt.gt;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.ops.indexing.Get.get;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Substitution;
import org.croton.processor.ops.elementwise.Add;
import org.jspecify.annotations.Nullable;

/**
 * Values of a loop's iterations that its reverse can know although nobody saved them: what is read
 * from or put into an array that is written once stands in the final array, and a counter follows
 * from the index.
 */
final class Recall {
  /** How a value is had in the reverse loop, whose images of other values are {@code into}. */
  @FunctionalInterface
  private interface Formula {
    Node image(Substitution into, LoopDraft reverse);
  }

  private final Cycle loop;
  private final Region region;
  private final Origins origins;
  private final Map<Node, Formula> formulas = new HashMap<>();
  private final Map<Node, List<Node>> operands = new HashMap<>();

  Recall(Cycle loop, Origins origins) {
    this.loop = loop;
    this.region = loop.body();
    this.origins = origins;
    for (int carry = 1; carry <= loop.carries(); carry++) {
      recallCounter(carry);
      WriteOnce array = WriteOnce.of(loop, carry, origins);
      if (array != null) {
        recallReads(array);
        if (loop.segment() == null) {
          array.writes().forEach(write -> recallWritten(array, write));
        }
      }
    }
  }

  boolean knows(Node node) {
    return formulas.containsKey(node);
  }

  /** What a known value is computed from, in the body. */
  List<Node> operands(Node known) {
    return operands.getOrDefault(known, List.of());
  }

  /** A known value in the reverse loop. */
  Node image(Node known, Substitution into, LoopDraft reverse) {
    return Objects.requireNonNull(formulas.get(known)).image(into, reverse);
  }

  private Parameter index() {
    return region.parameters().get(0);
  }

  private GraphBuilder builder() {
    return loop.apply().builder();
  }

  private Node finalArray(WriteOnce array, LoopDraft reverse) {
    return reverse.invariant(loop.result(array.carry()));
  }

  /** {@code a[i - 1]} of an array that {@code a[i] = v} fills. */
  private void recallReads(WriteOnce array) {
    List<Node> versions = new ArrayList<>(List.of(region.parameters().get(array.carry())));
    array.writes().forEach(write -> versions.add(write.apply()));
    for (Node node : Graph.reachable(region.results())) {
      if (Access.isRead(node) && versions.contains(((Apply) node).argument(0))) {
        Access read = new Access((Apply) node);
        if (array.isEarlier(read, index())) {
          List<Node> needed = new ArrayList<>(read.indices());
          needed.add(read.guard());
          operands.put(node, needed);
          formulas.put(
              node,
              (into, reverse) ->
                  get(finalArray(array, reverse), into.of(read.indices()), into.of(read.guard())));
        }
      }
    }
  }

  /** A carried value whose next value each iteration also puts into the array. */
  private void recallWritten(WriteOnce array, Access write) {
    boolean everyTime = write.isCertain() && array.separate();
    boolean certainPlace = write.indices().stream().noneMatch(origins::dependsOnCarries);
    for (int carry = 1; carry <= loop.carries(); carry++) {
      Parameter parameter = region.parameters().get(carry);
      boolean same = region.results().get(carry - 1) == write.value() && carry != array.carry();
      if (same && everyTime && certainPlace && !knows(parameter)) {
        Node initial = loop.outer(carry);
        formulas.put(parameter, (into, reverse) -> previous(array, write, initial, into, reverse));
      }
    }
  }

  private Node previous(
      WriteOnce array, Access write, Node initial, Substitution into, LoopDraft reverse) {
    Node zero = builder().constant(DType.I64, 0L);
    Node before = sub(index(), builder().constant(DType.I64, 1L));
    List<Node> indices = new Substitution(builder(), Map.of(index(), before)).of(write.indices());
    Node later = gt(into.of(index()), zero);
    Node stored = get(finalArray(array, reverse), into.of(indices), later);
    return where(later, stored, reverse.invariant(initial));
  }

  /** An integer to which each iteration adds the same. */
  private void recallCounter(int carry) {
    Parameter parameter = region.parameters().get(carry);
    Node step = step(parameter, region.results().get(carry - 1));
    if (step != null && origins.isInvariant(step)) {
      Node initial = loop.outer(carry);
      DType dtype = parameter.tensor().dtype();
      formulas.put(
          parameter,
          (into, reverse) -> {
            Node times = into.of(index());
            Node count = dtype == DType.I64 ? times : cast(times, dtype);
            return add(reverse.invariant(initial), mul(count, into.of(step)));
          });
    }
  }

  private static @Nullable Node step(Parameter counter, Node next) {
    if (!(next instanceof Apply) || !((Apply) next).is(Add.OP)) {
      return null;
    }
    Apply sum = (Apply) next;
    boolean whole = counter.tensor().dtype().isInteger() && counter.tensor().isScalar();
    if (!whole || (sum.argument(0) != counter && sum.argument(1) != counter)) {
      return null;
    }
    return sum.argument(0) == counter ? sum.argument(1) : sum.argument(0);
  }
}
