package org.croton.processor.codegen.c;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a vector loop's lanes before it may use the branch-free forms of periodic
 * functions: the arguments, and the registers that they are computed from.
 */
record PeriodicLoop(List<Statement.Define> registers, Set<Scalar> arguments) {

  /**
   * Finds the arguments of periodic functions in a loop's body; null if there are none, or if one
   * depends on memory that the body has written by then.
   */
  static @Nullable PeriodicLoop of(List<Statement> body) {
    List<Statement.Define> registers = new ArrayList<>();
    Set<Scalar> arguments = new LinkedHashSet<>();
    Set<Buffer> written = new HashSet<>();
    for (Statement statement : body) {
      Scalar value;
      if (statement instanceof Statement.Define) {
        value = ((Statement.Define) statement).value();
      } else if (statement instanceof Statement.Store) {
        value = ((Statement.Store) statement).value();
      } else {
        return null;
      }
      Set<Scalar> here = new LinkedHashSet<>();
      collect(value, here);
      boolean isRegister = statement instanceof Statement.Define;
      if ((isRegister || !here.isEmpty()) && reads(value, written)) {
        return null;
      }
      arguments.addAll(here);
      if (isRegister) {
        registers.add((Statement.Define) statement);
      } else {
        written.add(((Statement.Store) statement).target());
      }
    }
    return arguments.isEmpty() ? null : new PeriodicLoop(needed(registers, arguments), arguments);
  }

  private static List<Statement.Define> needed(
      List<Statement.Define> registers, Set<Scalar> arguments) {
    List<Statement.Define> needed = new ArrayList<>();
    Set<Scalar> values = new LinkedHashSet<>(arguments);
    for (int i = registers.size() - 1; i >= 0; i--) {
      Statement.Define define = registers.get(i);
      if (values.stream().anyMatch(value -> reads(value, Set.of(define.register())))) {
        needed.add(0, define);
        values.add(define.value());
      }
    }
    return needed;
  }

  private static boolean reads(Scalar scalar, Set<Buffer> buffers) {
    if (scalar instanceof Scalar.Read) {
      Scalar.Read read = (Scalar.Read) scalar;
      return buffers.contains(read.buffer()) || read.at().stream().anyMatch(i -> reads(i, buffers));
    }
    return scalar instanceof Scalar.Compute
        && ((Scalar.Compute) scalar).operands().stream().anyMatch(x -> reads(x, buffers));
  }

  private static void collect(Scalar scalar, Set<Scalar> arguments) {
    if (scalar instanceof Scalar.Compute) {
      Scalar.Compute compute = (Scalar.Compute) scalar;
      compute.operands().forEach(operand -> collect(operand, arguments));
      if (compute.primitive().isPeriodic() && compute.dtype().isFloating()) {
        arguments.add(compute.operands().get(0));
      }
    }
  }
}
