package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.FloorDiv.floorDiv;
import static org.croton.processor.ops.elementwise.Maximum.maximum;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sub.sub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.elementwise.Sub;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * Computes integer counters from the loop's index instead of carrying them: what each iteration
 * adds is the same in all, or grows by the same. So no iteration waits for the one before it, and
 * the reverse of the loop knows the counter without a tape.
 *
 * <p>The closed form of a sum of {@code s + d i} over the iterations before the {@code n}-th is
 * {@code n s + d n (n - 1) / 2}; it holds modulo the range of the counter's dtype, as the additions
 * do.
 */
public final class CloseCounters extends LoopPass {
  private CloseCounters(Spans spans) {
    super(spans);
  }

  /** The same values with the counters of their loops closed. */
  public static List<Node> run(List<Node> values, Spans spans) {
    return values.isEmpty()
        ? values
        : new CloseCounters(spans).run(values.get(0).builder(), values);
  }

  @Override
  @Nullable List<@Nullable Node> rewrite(Cycle loop, IntPredicate isRead) {
    Map<Integer, Line> steps = loop.segment() == null ? steps(loop) : Map.of();
    return steps.isEmpty() ? null : rebuild(loop, steps);
  }

  /** What each iteration adds to the counters, by number of the carried value. */
  private static Map<Integer, Line> steps(Cycle loop) {
    Map<Integer, Node> added = new LinkedHashMap<>();
    for (int carry = 1; carry <= loop.carries(); carry++) {
      Node step = isCounter(loop.parameter(carry)) ? step(loop, carry) : null;
      if (step != null) {
        added.put(carry, step);
      }
    }
    Origins origins = new Origins(loop, List.copyOf(added.values()));
    Map<Integer, Line> steps = new LinkedHashMap<>();
    added.forEach(
        (carry, step) -> {
          Line line = Line.of(step, loop, origins);
          if (line != null
              && (line.slope() == 0 || Line.countsWithInts(loop))
              && cannotFail(line.start())) {
            steps.put(carry, line);
          }
        });
    return steps;
  }

  private static boolean isCounter(Parameter carry) {
    if (TapeStart.isTape(carry.type()) || !carry.tensor().isScalar()) {
      return false;
    }
    DType dtype = carry.tensor().dtype();
    return dtype == DType.I32 || dtype == DType.I64;
  }

  private static @Nullable Node step(Cycle loop, int carry) {
    Node next = loop.next(carry);
    return next == loop.parameter(carry) ? null : step(next, loop.parameter(carry));
  }

  /** What is added to the counter on the way to a value; null if that is more than additions. */
  private static @Nullable Node step(Node value, Parameter counter) {
    if (!(value instanceof Apply)) {
      return null;
    }
    Apply apply = (Apply) value;
    if (apply.is(Sub.OP)) {
      Node more = neg(apply.argument(1));
      return apply.argument(0) == counter ? more : plus(step(apply.argument(0), counter), more);
    }
    if (!apply.is(Add.OP)) {
      return null;
    }
    Node first = apply.argument(0);
    Node second = apply.argument(1);
    if (first == counter || second == counter) {
      return first == counter ? second : first;
    }
    Node step = plus(step(first, counter), second);
    return step != null ? step : plus(step(second, counter), first);
  }

  private static @Nullable Node plus(@Nullable Node step, Node more) {
    return step == null ? null : add(step, more);
  }

  /** True for what may be computed where no iteration runs. */
  private static boolean cannotFail(Node start) {
    return Graph.reachable(List.of(start)).stream()
        .allMatch(node -> !(node instanceof Apply) || TotalOps.isTotal((Apply) node));
  }

  private List<@Nullable Node> rebuild(Cycle loop, Map<Integer, Line> steps) {
    GraphBuilder builder = loop.apply().builder();
    LoopDraft draft = LoopDraft.like(loop, spans());
    Substitution outside = new Substitution(builder, Map.of(), spans());
    Substitution inside = new Substitution(builder, Map.of(loop.index(), draft.index()), spans());
    Map<Integer, Parameter> carries = new LinkedHashMap<>();
    for (int i = 1; i <= loop.inputs(); i++) {
      if (i > loop.carries()) {
        outside.replace(loop.parameter(i), loop.outer(i));
        inside.replace(loop.parameter(i), draft.invariant(loop.outer(i)));
      } else if (!steps.containsKey(i)) {
        carries.put(i, draft.carry(loop.outer(i)));
        inside.replace(loop.parameter(i), carries.get(i));
      }
    }
    steps.forEach(
        (i, step) -> {
          Node added = sum(inside.of(step.start()), step.slope(), draft.index());
          inside.replace(loop.parameter(i), add(draft.invariant(loop.outer(i)), added));
        });
    if (loop.condition() != null) {
      draft.holds(inside.of(loop.condition().results().get(0)));
    }
    carries.forEach((i, carry) -> draft.next(carry, inside.of(loop.next(i))));
    List<Node> finals = draft.finish();
    Node rounds = loop.isCounted() ? natural(loop.trips()) : draft.rounds();
    List<@Nullable Node> results = new ArrayList<>();
    int next = 0;
    for (int i = 1; i <= loop.carries(); i++) {
      Line step = steps.get(i);
      results.add(
          step == null
              ? finals.get(next++)
              : add(loop.outer(i), sum(outside.of(step.start()), step.slope(), rounds)));
    }
    if (!loop.isCounted()) {
      results.add(rounds);
    }
    return results;
  }

  /** What the iterations before the given one add. */
  private static Node sum(Node first, long slope, Node iteration) {
    DType dtype = first.tensor().dtype();
    GraphBuilder builder = first.builder();
    Node sum = times(first, iteration, dtype);
    if (slope == 0) {
      return sum;
    }
    Node before = sub(iteration, builder.constant(DType.I64, 1L));
    Node pairs = floorDiv(mul(iteration, before), builder.constant(DType.I64, 2L));
    return add(sum, times(builder.constant(dtype, slope), pairs, dtype));
  }

  private static Node times(Node value, Node count, DType dtype) {
    Node factor = dtype == DType.I64 ? count : cast(count, dtype);
    boolean isOne = value instanceof Constant && ((Constant) value).value().integer(0) == 1;
    return isOne ? factor : mul(factor, value);
  }

  private static Node natural(Node trips) {
    Dim size = Trips.dim(trips);
    boolean isNatural = size != null && size.terms().stream().allMatch(term -> term.factor() >= 0);
    return isNatural ? trips : maximum(trips, trips.builder().constant(DType.I64, 0L));
  }
}
