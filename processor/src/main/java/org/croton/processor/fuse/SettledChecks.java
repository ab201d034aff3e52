package org.croton.processor.fuse;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.croton.processor.fuse.LoopTree.Item;
import org.croton.processor.fuse.LoopTree.Leaf;
import org.croton.processor.fuse.LoopTree.Loop;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.type.Dim;

/**
 * The checks of a loop that every round decides alike (the row of a gather, in the loop over the
 * row's elements). They stand before the loop, on condition that it has a round at all. A check
 * that follows another one which stays in the loop stays too: of several that fail, the one that
 * the program meets first is reported.
 */
final class SettledChecks {
  private SettledChecks() {}

  /**
   * The checks, in order, as they stand in the loop.
   *
   * @param checksOf the checks of a leaf in terms of loops and places
   * @param placeOf where a buffer lives
   * @param known what was settled before, further out
   */
  static List<Check> of(
      Loop loop,
      Function<Leaf, List<Check>> checksOf,
      Function<Buffer, Buffer> placeOf,
      Set<Check> known) {
    Set<Buffer> written = new HashSet<>();
    LoopTree.leaves(loop).forEach(leaf -> written.add(placeOf.apply(leaf.nest.target())));
    Set<Check> settled = new LinkedHashSet<>();
    for (Item item : loop.items) {
      if (!(item instanceof Leaf)) {
        break;
      }
      for (Check check : checksOf.apply((Leaf) item)) {
        if (known.contains(check)) {
          continue;
        }
        if (!isSettled(check, loop.axis, written)) {
          return List.copyOf(settled);
        }
        settled.add(check);
      }
    }
    return List.copyOf(settled);
  }

  /** The check on condition that the loop has a round. */
  static Check whereRun(Check check, Loop loop) {
    Dim rounds = loop.axis.extent();
    if (rounds.isConstant() && rounds.constant() > 0) {
      return check;
    }
    Scalar idle = Scalar.of(Primitive.LE, Scalar.extent(rounds), Scalar.whole(0));
    return new Check(Scalar.of(Primitive.OR, idle, check.condition()), check.site(), check.facts());
  }

  private static boolean isSettled(Check check, Axis axis, Set<Buffer> written) {
    return isSettled(check.condition(), axis, written)
        && check.facts().stream().allMatch(fact -> isSettled(fact, axis, written));
  }

  private static boolean isSettled(Scalar scalar, Axis axis, Set<Buffer> written) {
    if (scalar instanceof Scalar.Position) {
      return ((Scalar.Position) scalar).axis() != axis;
    }
    if (scalar instanceof Scalar.Read) {
      Scalar.Read read = (Scalar.Read) scalar;
      return !written.contains(read.buffer())
          && read.at().stream().allMatch(at -> isSettled(at, axis, written));
    }
    return !(scalar instanceof Scalar.Compute)
        || ((Scalar.Compute) scalar)
            .operands().stream().allMatch(operand -> isSettled(operand, axis, written));
  }
}
