package org.croton.processor.frontend.body;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.FloorDiv.floorDiv;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sub.sub;

import org.croton.DType;
import org.croton.processor.frontend.names.ValueTypes;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * How often a counted loop runs, and what its variable is in each round.
 *
 * @param known the number of rounds if the build knows it
 * @param count the number of rounds as an I64 scalar; not positive is none
 * @param start what the variable starts at
 */
record Trips(@Nullable Integer known, Node count, Value start, int step) {
  /** The number of rounds as a value. */
  Value.Scalar value() {
    return new Value.Scalar(JavaKind.LONG, count);
  }

  /** Rounds from 0 to a length. */
  static Trips upTo(Value length, Reading reading) {
    return of(Value.Known.of(0), length, 1, false, reading);
  }

  /** Null if the variable or the bound is no int. */
  static @Nullable Trips of(CountedForm form, Reading reading, Frame frame) {
    Scope.Variable variable = frame.scope().find(form.name());
    if (variable == null) {
      throw new IllegalStateException(form.name());
    }
    Value start = reading.read(variable.cell());
    Value bound = reading.expressions.evaluate(form.bound(), frame);
    JavaKind from = ValueTypes.kind(start);
    JavaKind to = ValueTypes.kind(bound);
    if (from != JavaKind.INT || to == null || to.promoted() != JavaKind.INT) {
      return null;
    }
    return of(start, bound, form.step(), form.inclusive(), reading);
  }

  private static Trips of(Value start, Value bound, int step, boolean inclusive, Reading reading) {
    int size = Math.abs(step);
    // Rounds are ceil(distance / size), one more position if the bound itself is reached.
    long extra = size - 1L + (inclusive ? 1 : 0);
    Dim from = reading.arithmetic.sizes().number(start);
    Dim to = reading.arithmetic.sizes().number(bound);
    if (from != null && to != null) {
      Dim distance = step > 0 ? to.minus(from) : from.minus(to);
      Dim rounds = distance.plus(Dim.of(extra)).floorDiv(Dim.of(size));
      boolean natural = rounds.names().stream().allMatch(reading.inputs.scope()::knows);
      Dim count = natural ? rounds : rounds.max(Dim.ZERO);
      Integer known = count.isConstant() ? (Integer) (int) Math.max(0, count.constant()) : null;
      return new Trips(known, reading.arithmetic.sizes().node(count), start, step);
    }
    GraphBuilder builder = reading.builder();
    Node a = reading.conversions.node(start, DType.I64);
    Node b = reading.conversions.node(bound, DType.I64);
    Node distance = step > 0 ? sub(b, a) : sub(a, b);
    Node reach = extra == 0 ? distance : add(distance, builder.constant(DType.I64, extra));
    Node count = size == 1 ? reach : floorDiv(reach, builder.constant(DType.I64, (long) size));
    return new Trips(null, count, start, step);
  }

  /** The variable's value in a round; {@code start} is its first value as the body sees it. */
  Value variable(Node round, Value first, Reading reading) {
    Node number = cast(round, DType.I32);
    Node scaled =
        step == 1 ? number : mul(number, reading.builder().constant(DType.I32, (long) step));
    boolean zero = first instanceof Value.Known known && known.value().equals(0);
    Node node = zero ? scaled : add(reading.conversions.node(first, DType.I32), scaled);
    return new Value.Scalar(JavaKind.INT, node);
  }
}
