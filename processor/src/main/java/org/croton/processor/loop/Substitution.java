package org.croton.processor.loop;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rebuilds scalar expressions with some leaves replaced. */
public final class Substitution {
  private final Function<Scalar.Position, Scalar> positions;
  private final Function<Scalar.Read, Scalar> reads;

  public Substitution(
      Function<Scalar.Position, Scalar> positions, Function<Scalar.Read, Scalar> reads) {
    this.positions = positions;
    this.reads = reads;
  }

  public Scalar apply(Scalar scalar) {
    if (scalar instanceof Scalar.Position) {
      return positions.apply((Scalar.Position) scalar);
    }
    if (scalar instanceof Scalar.Read) {
      Scalar.Read read = (Scalar.Read) scalar;
      return reads.apply(new Scalar.Read(read.buffer(), all(read.at())));
    }
    if (scalar instanceof Scalar.Compute) {
      Scalar.Compute compute = (Scalar.Compute) scalar;
      return new Scalar.Compute(compute.primitive(), compute.dtype(), all(compute.operands()));
    }
    return scalar;
  }

  public List<Scalar> all(List<Scalar> scalars) {
    return scalars.stream().map(this::apply).toList();
  }

  public List<Check> checks(List<Check> checks) {
    return checks.stream()
        .map(check -> new Check(apply(check.condition()), check.site(), all(check.facts())))
        .toList();
  }

  /** The same nest with its expressions rebuilt and another target and base. */
  public Nest nest(Nest nest, Buffer target, @Nullable Buffer base) {
    return new Nest(
        nest.axes(),
        target,
        all(nest.at()),
        nest.combine(),
        apply(nest.body()),
        base,
        checks(nest.checks()));
  }
}
