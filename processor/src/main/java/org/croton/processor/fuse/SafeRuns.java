package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.DType;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.croton.processor.loop.Substitution;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Splits an innermost loop with indices that run evenly from a value that only the run knows
 * ({@code v[start + i]}). If the first and the last of them are in range, so are all between: then
 * the loop runs without checks, in vector lanes if the rest of it allows that. Otherwise it runs as
 * it is written, and stops where the program does.
 */
final class SafeRuns {
  /** A loop whose other half is much code, or does much per round, gains nothing. */
  private static final int LONGEST = 60;

  /** {@code start + step * index} in 64 bits; the start is the same in all rounds. */
  private record Even(Scalar start, long step) {}

  private final Iterate loop;
  private final Map<Buffer, Nest> registers = new HashMap<>();
  private final Set<Buffer> changing = new HashSet<>();

  private SafeRuns(Iterate loop) {
    this.loop = loop;
    loop.carries().forEach(carry -> changing.add(carry.current()));
    for (Step step : loop.body()) {
      Nest nest = (Nest) step;
      changing.add(nest.target());
      if (nest.target().rank() == 0 && nest.base() == null && nest.checks().isEmpty()) {
        registers.put(nest.target(), nest);
      }
    }
  }

  /** The loop, or two loops of which one runs. */
  static List<Step> of(Iterate loop) {
    boolean isInnermost = loop.body().stream().allMatch(Nest.class::isInstance);
    boolean suits = isInnermost && !loop.isChoice() && loop.body().size() <= LONGEST;
    return suits ? new SafeRuns(loop).split() : List.of(loop);
  }

  private List<Step> split() {
    List<Scalar> conditions = new ArrayList<>();
    Map<Scalar, Scalar> indices = new HashMap<>();
    List<Step> safe = new ArrayList<>();
    for (Step step : loop.body()) {
      safe.add(withoutChecks((Nest) step, conditions, indices));
    }
    if (conditions.isEmpty()) {
      return List.of(loop);
    }
    Buffer inRange = register(DType.BOOL);
    Scalar all = conditions.stream().distinct().reduce(SafeRuns::and).orElseThrow();
    Scalar known = new Scalar.Read(inRange, List.of());
    Scalar none = Scalar.whole(0);
    List<Buffer> between = loop.carries().stream().map(SafeRuns::place).toList();
    Iterate fast = run(Scalar.select(known, loop.trips(), none), safe, null, between);
    Iterate slow = run(Scalar.select(known, none, loop.trips()), loop.body(), between, null);
    return List.of(Nest.map(List.of(), inRange, all), fast, slow);
  }

  private static Buffer register(DType dtype) {
    return new Buffer("safe", TensorType.scalar(dtype), Buffer.Role.TEMPORARY);
  }

  private static Scalar and(Scalar a, Scalar b) {
    return Scalar.of(Primitive.AND, a, b);
  }

  private static Buffer place(Iterate.Carry carry) {
    return copy(carry.result());
  }

  private static Buffer copy(Buffer buffer) {
    return new Buffer(buffer.name(), buffer.type(), Buffer.Role.TEMPORARY);
  }

  /** The nest without the checks that hold if the conditions do. */
  private Nest withoutChecks(Nest nest, List<Scalar> conditions, Map<Scalar, Scalar> indices) {
    List<Check> left = new ArrayList<>();
    for (Check check : nest.checks()) {
      Scalar index = index(check.condition());
      Even even = index == null ? null : even(index);
      boolean isEven = even != null && even.step != 0 && Math.abs(even.step) < Integer.MAX_VALUE;
      if (even == null || index == null || !isEven) {
        left.add(check);
        continue;
      }
      Scalar size = ((Scalar.Compute) operand(check.condition(), 1)).operands().get(1);
      conditions.add(inRange(even, size));
      indices.put(index, at(even, new Scalar.Read(loop.index(), List.of())));
    }
    Substitution wide =
        new Substitution(
            position -> position,
            read ->
                new Scalar.Read(
                    read.buffer(),
                    read.at().stream().map(at -> indices.getOrDefault(at, at)).toList()));
    List<Scalar> at = nest.at().stream().map(i -> indices.getOrDefault(i, i)).toList();
    return new Nest(
        nest.axes(), nest.target(), at, nest.combine(), wide.apply(nest.body()), nest.base(), left);
  }

  /** The index that a check of the form {@code index >= 0 && index < size} is about. */
  private @Nullable Scalar index(Scalar condition) {
    if (!is(condition, Primitive.AND)
        || !is(operand(condition, 0), Primitive.GE)
        || !is(operand(condition, 1), Primitive.LT)) {
      return null;
    }
    Scalar index = operand(operand(condition, 0), 0);
    boolean isRange =
        operand(operand(condition, 0), 1).equals(Scalar.whole(0))
            && operand(operand(condition, 1), 0).equals(index)
            && operand(operand(condition, 1), 1) instanceof Scalar.Extent;
    return isRange ? index : null;
  }

  private static boolean is(Scalar scalar, Primitive primitive) {
    return scalar instanceof Scalar.Compute compute && compute.primitive() == primitive;
  }

  private static Scalar operand(Scalar scalar, int number) {
    return ((Scalar.Compute) scalar).operands().get(number);
  }

  /**
   * An index as a line, with wrapping left out: in 32 bits it is the same modulo 2^32, and what is
   * compared with a size is the line itself.
   */
  private @Nullable Even even(Scalar scalar) {
    if (scalar instanceof Scalar.Immediate || scalar instanceof Scalar.Extent) {
      return scalar.dtype().isInteger() ? new Even(Scalar.cast(DType.I64, scalar), 0) : null;
    }
    if (scalar instanceof Scalar.Read read) {
      if (read.buffer() == loop.index()) {
        return new Even(Scalar.whole(0), 1);
      }
      Nest definition = registers.get(read.buffer());
      if (definition != null) {
        return even(definition.body());
      }
      boolean isFixed = read.buffer().rank() == 0 && !changing.contains(read.buffer());
      return isFixed && isWhole(read) ? new Even(Scalar.cast(DType.I64, read), 0) : null;
    }
    return scalar instanceof Scalar.Compute compute && isWhole(compute) ? even(compute) : null;
  }

  private static boolean isWhole(Scalar scalar) {
    return scalar.dtype() == DType.I32 || scalar.dtype() == DType.I64;
  }

  private @Nullable Even even(Scalar.Compute compute) {
    List<Even> x = new ArrayList<>();
    for (Scalar operand : compute.operands()) {
      Even even = isWhole(operand) ? even(operand) : null;
      if (even == null) {
        return null;
      }
      x.add(even);
    }
    Even a = x.get(0);
    switch (compute.primitive()) {
      case CAST:
        return a;
      case ADD:
        return new Even(plus(a.start, x.get(1).start), a.step + x.get(1).step);
      case SUB:
        return new Even(minus(a.start, x.get(1).start), a.step - x.get(1).step);
      default:
        return null;
    }
  }

  private static Scalar at(Even even, Scalar index) {
    if (even.step == -1) {
      return Scalar.sub(even.start, index);
    }
    return plus(even.start, even.step == 1 ? index : Scalar.mul(Scalar.whole(even.step), index));
  }

  private static Scalar plus(Scalar a, Scalar b) {
    Scalar zero = Scalar.whole(0);
    return a.equals(zero) ? b : b.equals(zero) ? a : Scalar.add(a, b);
  }

  private static Scalar minus(Scalar a, Scalar b) {
    return b.equals(Scalar.whole(0)) ? a : Scalar.sub(a, b);
  }

  /** Whether the line is in range in all rounds. That the rounds are few keeps it from wrapping. */
  private Scalar inRange(Even even, Scalar size) {
    Scalar last = Scalar.sub(loop.trips(), Scalar.whole(1));
    Scalar few = Scalar.of(Primitive.LT, last, size);
    Scalar end = at(even, last);
    if (!isSmall(even.start)) {
      return and(few, and(within(even.start, size), within(end, size)));
    }
    Scalar least = even.step > 0 ? even.start : end;
    Scalar greatest = even.step > 0 ? end : even.start;
    return and(few, and(notNegative(least), Scalar.of(Primitive.LT, greatest, size)));
  }

  /** True for numbers that are so far from the ends of {@code long} that a line does not wrap. */
  private static boolean isSmall(Scalar scalar) {
    if (scalar instanceof Scalar.Compute compute) {
      return compute.primitive() == Primitive.CAST
          ? compute.operands().get(0).dtype() == DType.I32
          : compute.operands().stream().allMatch(SafeRuns::isSmall);
    }
    return scalar instanceof Scalar.Immediate number
        && Math.abs(number.value().integer(0)) < Integer.MAX_VALUE;
  }

  private static Scalar notNegative(Scalar index) {
    return Scalar.of(Primitive.GE, index, Scalar.whole(0));
  }

  private static Scalar within(Scalar index, Scalar size) {
    return and(notNegative(index), Scalar.of(Primitive.LT, index, size));
  }

  /** The loop with a body's registers and arrays renamed, so that each is made once. */
  private Iterate run(
      Scalar trips,
      List<Step> body,
      @Nullable List<Buffer> initials,
      @Nullable List<Buffer> results) {
    Map<Buffer, Buffer> names = new HashMap<>();
    names.put(loop.index(), copy(loop.index()));
    loop.carries().forEach(carry -> names.put(carry.current(), copy(carry.current())));
    body.forEach(step -> names.put(((Nest) step).target(), copy(((Nest) step).target())));
    Substitution renamed =
        new Substitution(
            position -> position,
            read -> new Scalar.Read(names.getOrDefault(read.buffer(), read.buffer()), read.at()));
    List<Step> steps = new ArrayList<>();
    for (Step step : body) {
      Nest nest = (Nest) step;
      Buffer base = nest.base() == null ? null : names.getOrDefault(nest.base(), nest.base());
      steps.add(renamed.nest(nest, names.getOrDefault(nest.target(), nest.target()), base));
    }
    List<Iterate.Carry> carries = new ArrayList<>();
    for (Iterate.Carry carry : loop.carries()) {
      int i = carries.size();
      carries.add(
          new Iterate.Carry(
              initials == null ? carry.initial() : initials.get(i),
              names.getOrDefault(carry.current(), carry.current()),
              names.getOrDefault(carry.next(), carry.next()),
              results == null ? carry.result() : results.get(i)));
    }
    return new Iterate(names.getOrDefault(loop.index(), loop.index()), trips, carries, steps);
  }
}
