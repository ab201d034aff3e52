package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.fuse.LoopTree.Loop;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.croton.processor.loop.Substitution;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a loop, where they wait for nothing that the loop computes (the indices of a
 * gather): they run in a loop of their own before it, round by round as in the loop, so that the
 * same one fails first. What is left runs in vector lanes.
 */
final class ChecksFirst {
  private ChecksFirst() {}

  /**
   * The loop of checks; null if one of them has to stay.
   *
   * @param written what the loop writes
   */
  static @Nullable Statement of(Loop loop, List<Check> checks, Set<Buffer> written) {
    Axis axis = Axis.parallel(loop.axis.extent());
    Map<Axis, Scalar> positions = new HashMap<>(Map.of(loop.axis, Scalar.at(axis)));
    Substitution names = new Substitution(p -> positions.getOrDefault(p.axis(), p), read -> read);
    Set<Scalar> conditions = new HashSet<>();
    List<Statement> body = new ArrayList<>();
    for (Check check : names.checks(checks)) {
      if (reads(check.condition(), written)
          || check.facts().stream().anyMatch(fact -> reads(fact, written))) {
        return null;
      }
      if (conditions.add(check.condition())) {
        body.add(new Statement.Require(check));
      }
    }
    return new Statement.For(axis, Statement.Schedule.SERIAL, body);
  }

  private static boolean reads(Scalar scalar, Set<Buffer> written) {
    List<Access> reads = new ArrayList<>();
    Access.reads(scalar, reads);
    return reads.stream().anyMatch(read -> written.contains(read.buffer()));
  }
}
