package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Copies between arrays that all happen at once, as copies one after the other: what another one
 * still reads is overwritten after it. Arrays that change places go through another one.
 */
final class ParallelCopies {
  private ParallelCopies() {}

  static List<Statement> inOrder(List<Statement.Copy> copies) {
    List<Statement.Copy> pending = new ArrayList<>(copies);
    List<Statement> out = new ArrayList<>();
    while (!pending.isEmpty()) {
      Statement.Copy free = free(pending);
      if (free != null) {
        pending.remove(free);
        out.add(free);
      } else {
        Buffer overwritten = pending.get(0).target();
        Buffer kept = new Buffer(overwritten.name(), overwritten.type(), Buffer.Role.TEMPORARY);
        out.add(new Statement.Copy(kept, overwritten));
        pending.replaceAll(
            copy -> copy.source() == overwritten ? new Statement.Copy(copy.target(), kept) : copy);
      }
    }
    return out;
  }

  /** A copy to what no other one reads; null if there is none. */
  private static Statement.@Nullable Copy free(List<Statement.Copy> pending) {
    for (Statement.Copy copy : pending) {
      boolean isRead =
          pending.stream()
              .anyMatch(other -> !other.equals(copy) && other.source() == copy.target());
      if (!isRead) {
        return copy;
      }
    }
    return null;
  }
}
