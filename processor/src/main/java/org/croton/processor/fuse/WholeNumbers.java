package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.croton.DType;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * What the whole numbers of a kernel are in terms of sizes and loop variables, where none wraps.
 */
final class WholeNumbers {
  /** A longer expression is not repeated where it is read. */
  private static final int SHORT = 8;

  private final Map<Buffer, Dim> values = new HashMap<>();
  private final Map<Buffer, Scalar> longs = new HashMap<>();
  private final Map<Axis, String> axes = new HashMap<>();
  private int variables;

  /** Names the variable of a serial loop. */
  String enter(Buffer index) {
    String name = fresh();
    values.put(index, Dim.existential(name));
    return name;
  }

  /** Names the variable of a nest's loop. */
  String enter(Axis axis) {
    String name = fresh();
    axes.put(axis, name);
    return name;
  }

  private String fresh() {
    return "#" + variables++;
  }

  /** Learns what a register is set to. */
  void define(Buffer register, Scalar body, Bounds bounds) {
    Dim value = value(body, bounds);
    if (value != null) {
      values.put(register, value);
      Scalar wide = wide(body);
      if (size(wide) <= SHORT) {
        longs.put(register, wide);
      }
    }
  }

  private static int size(Scalar scalar) {
    return scalar instanceof Scalar.Compute compute
        ? 1 + compute.operands().stream().mapToInt(WholeNumbers::size).sum()
        : 1;
  }

  /**
   * The same number computed in 64 bits, for one whose value is known: none of its steps wraps, so
   * the C compiler need not count with that either, which would keep it from using vectors.
   */
  Scalar wide(Scalar scalar) {
    if (scalar instanceof Scalar.Immediate immediate) {
      return Scalar.whole(immediate.value().integer(0));
    }
    if (scalar instanceof Scalar.Read read) {
      return longs.getOrDefault(read.buffer(), Scalar.cast(DType.I64, scalar));
    }
    if (scalar instanceof Scalar.Compute compute) {
      List<Scalar> operands = compute.operands().stream().map(this::wide).toList();
      return compute.primitive() == Primitive.CAST
          ? operands.get(0)
          : new Scalar.Compute(compute.primitive(), DType.I64, operands);
    }
    return scalar;
  }

  /** A whole number as a polynomial over sizes and loop variables, if no step of it wraps. */
  @Nullable Dim value(Scalar scalar, Bounds bounds) {
    if (scalar instanceof Scalar.Position) {
      String name = axes.get(((Scalar.Position) scalar).axis());
      return name == null ? null : Dim.existential(name);
    }
    if (scalar instanceof Scalar.Extent) {
      return bounds.resolved(((Scalar.Extent) scalar).dim());
    }
    if (!scalar.dtype().isInteger() || scalar.dtype() == DType.U8) {
      return null;
    }
    if (scalar instanceof Scalar.Immediate) {
      return Dim.of(((Scalar.Immediate) scalar).value().integer(0));
    }
    if (scalar instanceof Scalar.Read) {
      return values.get(((Scalar.Read) scalar).buffer());
    }
    Dim value = computed((Scalar.Compute) scalar, bounds);
    boolean exact =
        value != null && (scalar.dtype() == DType.I32 ? bounds.isInt(value) : bounds.isLong(value));
    return exact ? value : null;
  }

  private @Nullable Dim computed(Scalar.Compute compute, Bounds bounds) {
    List<@Nullable Dim> x = new ArrayList<>();
    for (Scalar operand : compute.operands()) {
      Dim value = value(operand, bounds);
      if (value == null) {
        return null;
      }
      x.add(value);
    }
    Dim a = Objects.requireNonNull(x.get(0));
    switch (compute.primitive()) {
      case CAST:
        return a;
      case NEG:
        return Dim.ZERO.minus(a);
      case ADD:
        return a.plus(Objects.requireNonNull(x.get(1)));
      case SUB:
        return a.minus(Objects.requireNonNull(x.get(1)));
      case MUL:
        return a.times(Objects.requireNonNull(x.get(1)));
      default:
        return null;
    }
  }
}
