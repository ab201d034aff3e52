package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.loop.Statement;
import org.croton.processor.loop.StatementVisitor;
import org.croton.processor.type.Dim;

/**
 * Gives temporaries in memory their place in the workspace. Two whose lives do not meet share a
 * slot if their sizes are provably the same. A life is counted in statements of the method's own
 * level, so that everything within one loop lives together.
 */
final class Slots {
  private static final Dim ALIGNMENT = Dim.of(64);

  private static final class Life {
    final int first;
    int last;

    Life(int first) {
      this.first = first;
      this.last = first;
    }
  }

  private static final class Slot {
    final Dim offset;
    final Dim bytes;
    int busyUntil;

    Slot(Dim offset, Dim bytes, int busyUntil) {
      this.offset = offset;
      this.bytes = bytes;
      this.busyUntil = busyUntil;
    }
  }

  /** Slots in order of first use and the bytes of all. */
  record Plan(List<LoopFunction.Slot> slots, Dim bytes) {}

  private final Map<Buffer, Life> lives = new LinkedHashMap<>();

  private Slots() {}

  static Plan plan(List<Statement> statements) {
    Slots slots = new Slots();
    for (int i = 0; i < statements.size(); i++) {
      int position = i;
      StatementVisitor visitor =
          new StatementVisitor(buffer -> slots.touch(buffer, position), dim -> {});
      visitor.visit(statements.get(i));
    }
    return slots.assign();
  }

  private void touch(Buffer buffer, int position) {
    if (buffer.role() == Buffer.Role.TEMPORARY && buffer.rank() > 0) {
      lives.computeIfAbsent(buffer, key -> new Life(position)).last = position;
    }
  }

  private Plan assign() {
    List<Slot> slots = new ArrayList<>();
    List<LoopFunction.Slot> plan = new ArrayList<>();
    Dim end = Dim.ZERO;
    for (Map.Entry<Buffer, Life> entry : lives.entrySet()) {
      Dim bytes = bytes(entry.getKey());
      Life life = entry.getValue();
      Slot slot = null;
      for (Slot candidate : slots) {
        if (candidate.busyUntil < life.first && candidate.bytes.equals(bytes)) {
          slot = candidate;
          slot.busyUntil = life.last;
          break;
        }
      }
      if (slot == null) {
        slot = new Slot(end, bytes, life.last);
        slots.add(slot);
        end = end.plus(bytes);
      }
      plan.add(new LoopFunction.Slot(entry.getKey(), slot.offset));
    }
    return new Plan(plan, end);
  }

  private static Dim bytes(Buffer buffer) {
    Dim bytes = buffer.shape().size().times(Dim.of(buffer.dtype().bytes()));
    return bytes.plus(Dim.of(63)).floorDiv(ALIGNMENT).times(ALIGNMENT);
  }
}
