package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.croton.DType;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Mark;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.croton.processor.type.Atom;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * Removes the checks of indices that the bounds of the loops around prove, and decides the
 * comparisons that they prove. What is not proven stays.
 */
final class ProvenChecks {
  private final WholeNumbers numbers = new WholeNumbers();
  private final Map<Buffer, Scalar> conditions = new HashMap<>();

  private ProvenChecks() {}

  /**
   * @param parameters the kernel's: the sizes of their axes are those of arrays that exist
   */
  static List<Step> run(List<Buffer> parameters, List<Step> steps) {
    Set<String> naturals = new TreeSet<>();
    for (Buffer buffer : parameters) {
      for (Dim dim : buffer.shape().dims()) {
        if (dim.terms().size() == 1 && dim.names().size() == 1) {
          Dim.Term term = dim.terms().get(0);
          if (term.atoms().size() == 1 && term.factor() > 0) {
            naturals.addAll(dim.names());
          }
        }
      }
    }
    return new ProvenChecks().block(steps, Bounds.of(naturals));
  }

  private List<Step> block(List<Step> steps, Bounds bounds) {
    List<Step> out = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Nest) {
        out.add(nest((Nest) step, bounds));
      } else if (step instanceof Mark) {
        out.add(step);
      } else {
        out.addAll(loop((Iterate) step, bounds));
      }
    }
    return out;
  }

  private List<Step> loop(Iterate loop, Bounds bounds) {
    if (loop.isChoice()) {
      return List.of(loop.withBody(block(loop.body(), assuming(bounds, loop.trips()))));
    }
    Dim trips = numbers.value(loop.trips(), bounds);
    String name = numbers.enter(loop.index());
    Bounds inner = trips == null ? bounds : bounds.within(name, positive(trips));
    return SafeRuns.of(loop.withBody(block(loop.body(), inner)));
  }

  /** The trips of a loop that has some: {@code max(0, n)} is {@code n} there. */
  private static Dim positive(Dim trips) {
    if (trips.terms().size() == 1 && trips.terms().get(0).factor() == 1) {
      List<Atom> atoms = trips.terms().get(0).atoms();
      if (atoms.size() == 1 && atoms.get(0) instanceof Atom.Call call) {
        if (call.kind() == Atom.Kind.MAX && call.left().equals(Dim.ZERO)) {
          return call.right();
        }
        if (call.kind() == Atom.Kind.MAX && call.right().equals(Dim.ZERO)) {
          return call.left();
        }
      }
    }
    return trips;
  }

  private Nest nest(Nest nest, Bounds around) {
    Bounds bounds = around;
    for (Axis axis : nest.axes()) {
      bounds = bounds.within(numbers.enter(axis), positive(axis.extent()));
    }
    Bounds inside = bounds;
    List<Check> checks =
        nest.checks().stream()
            .filter(check -> !Boolean.TRUE.equals(decide(check.condition(), inside)))
            .toList();
    List<Scalar> at = nest.at().stream().map(index -> index(index, inside)).toList();
    Scalar body = decided(nest.body(), inside);
    if (nest.axes().isEmpty() && nest.target().rank() == 0 && nest.base() == null) {
      define(nest.target(), body, inside);
    }
    return new Nest(nest.axes(), nest.target(), at, nest.combine(), body, nest.base(), checks);
  }

  private void define(Buffer register, Scalar body, Bounds bounds) {
    if (register.dtype() == DType.BOOL) {
      conditions.put(register, body);
      return;
    }
    numbers.define(register, body, bounds);
  }

  /** What a register that holds a condition was set to. */
  private Scalar unfolded(Scalar condition) {
    return condition instanceof Scalar.Read
        ? conditions.getOrDefault(((Scalar.Read) condition).buffer(), condition)
        : condition;
  }

  private Scalar index(Scalar index, Bounds bounds) {
    return numbers.value(index, bounds) == null ? decided(index, bounds) : numbers.wide(index);
  }

  /** The expression without the choices that the bounds decide. */
  private Scalar decided(Scalar scalar, Bounds bounds) {
    if (scalar instanceof Scalar.Read) {
      Scalar.Read read = (Scalar.Read) scalar;
      return new Scalar.Read(
          read.buffer(), read.at().stream().map(at -> index(at, bounds)).toList());
    }
    if (!(scalar instanceof Scalar.Compute)) {
      return scalar;
    }
    Scalar.Compute compute = (Scalar.Compute) scalar;
    List<Scalar> x = compute.operands();
    if (compute.primitive() == Primitive.SELECT) {
      Boolean condition = decide(x.get(0), bounds);
      if (condition != null) {
        return decided(condition ? x.get(1) : x.get(2), bounds);
      }
    }
    return new Scalar.Compute(
        compute.primitive(),
        compute.dtype(),
        x.stream().map(operand -> decided(operand, bounds)).toList());
  }

  /** Whether a condition holds wherever the bounds do; null if that is not known. */
  private @Nullable Boolean decide(Scalar given, Bounds bounds) {
    Scalar condition = unfolded(given);
    if (condition instanceof Scalar.Immediate) {
      return ((Scalar.Immediate) condition).value().integer(0) != 0;
    }
    if (!(condition instanceof Scalar.Compute)) {
      return null;
    }
    Scalar.Compute compute = (Scalar.Compute) condition;
    List<Scalar> x = compute.operands();
    switch (compute.primitive()) {
      case NOT:
        Boolean operand = compute.dtype() == DType.BOOL ? decide(x.get(0), bounds) : null;
        return operand == null ? null : !operand;
      case AND:
        return both(decide(x.get(0), bounds), decide(x.get(1), bounds));
      case OR:
        Bounds otherwise = refuting(bounds, x.get(0));
        Boolean neither =
            both(negated(decide(x.get(0), bounds)), negated(decide(x.get(1), otherwise)));
        return negated(neither);
      default:
        Dim excess = excess(compute, bounds);
        return excess == null ? null : sign(excess, bounds);
    }
  }

  private static @Nullable Boolean negated(@Nullable Boolean value) {
    return value == null ? null : !value;
  }

  private static @Nullable Boolean both(@Nullable Boolean a, @Nullable Boolean b) {
    if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
      return false;
    }
    return (a == null || b == null) ? null : true;
  }

  private static @Nullable Boolean sign(Dim excess, Bounds bounds) {
    if (bounds.isNotNegative(excess)) {
      return true;
    }
    return bounds.isNotNegative(Dim.of(-1).minus(excess)) ? false : null;
  }

  /** What is not negative if and only if a comparison of whole numbers holds; null for others. */
  private @Nullable Dim excess(Scalar.Compute comparison, Bounds bounds) {
    switch (comparison.primitive()) {
      case GE:
      case GT:
      case LE:
      case LT:
        break;
      default:
        return null;
    }
    Dim a = numbers.value(comparison.operands().get(0), bounds);
    Dim b = numbers.value(comparison.operands().get(1), bounds);
    if (a == null || b == null) {
      return null;
    }
    switch (comparison.primitive()) {
      case GE:
        return a.minus(b);
      case GT:
        return a.minus(b).minus(Dim.ONE);
      case LE:
        return b.minus(a);
      default:
        return b.minus(a).minus(Dim.ONE);
    }
  }

  /** The bounds where a condition holds as well. */
  private Bounds assuming(Bounds bounds, Scalar given) {
    Scalar condition = unfolded(given);
    if (condition instanceof Scalar.Compute) {
      Scalar.Compute compute = (Scalar.Compute) condition;
      List<Scalar> x = compute.operands();
      if (compute.primitive() == Primitive.AND) {
        return assuming(assuming(bounds, x.get(0)), x.get(1));
      }
      if (compute.primitive() == Primitive.NOT) {
        return refuting(bounds, x.get(0));
      }
      Dim excess = excess(compute, bounds);
      return excess == null ? bounds : bounds.knowing(excess);
    }
    return bounds;
  }

  /** The bounds where a condition does not hold. */
  private Bounds refuting(Bounds bounds, Scalar given) {
    Scalar condition = unfolded(given);
    if (condition instanceof Scalar.Compute) {
      Scalar.Compute compute = (Scalar.Compute) condition;
      List<Scalar> x = compute.operands();
      if (compute.primitive() == Primitive.OR) {
        return refuting(refuting(bounds, x.get(0)), x.get(1));
      }
      if (compute.primitive() == Primitive.NOT) {
        return assuming(bounds, x.get(0));
      }
      Dim excess = excess(compute, bounds);
      return excess == null ? bounds : bounds.knowing(Dim.of(-1).minus(excess));
    }
    return bounds;
  }
}
