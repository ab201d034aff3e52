package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Mark;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;

/** One way in which a step touches a buffer. */
record Access(Buffer buffer, List<Scalar> at, boolean isWrite) {

  /** All accesses of a nest; a combining or partial write also reads its target. */
  static List<Access> of(Nest nest) {
    List<Access> accesses = new ArrayList<>();
    nest.at().forEach(index -> reads(index, accesses));
    reads(nest.body(), accesses);
    nest.checks()
        .forEach(
            check -> {
              reads(check.condition(), accesses);
              check.facts().forEach(fact -> reads(fact, accesses));
            });
    if (nest.combine() != Combine.SET || nest.base() != null) {
      accesses.add(new Access(nest.target(), nest.at(), false));
    }
    accesses.add(new Access(nest.target(), nest.at(), true));
    return accesses;
  }

  static void reads(Scalar scalar, List<Access> accesses) {
    if (scalar instanceof Scalar.Read) {
      Scalar.Read read = (Scalar.Read) scalar;
      accesses.add(new Access(read.buffer(), read.at(), false));
      read.at().forEach(index -> reads(index, accesses));
    } else if (scalar instanceof Scalar.Compute) {
      ((Scalar.Compute) scalar).operands().forEach(operand -> reads(operand, accesses));
    }
  }

  /** Buffers that a step reads, loops' bodies included. */
  static Set<Buffer> readBy(Step step) {
    Set<Buffer> buffers = new HashSet<>();
    collect(step, false, buffers);
    return buffers;
  }

  /** Buffers that a step writes, loops' bodies included. */
  static Set<Buffer> writtenBy(Step step) {
    Set<Buffer> buffers = new HashSet<>();
    collect(step, true, buffers);
    return buffers;
  }

  private static void collect(Step step, boolean writes, Set<Buffer> buffers) {
    if (step instanceof Nest) {
      Nest nest = (Nest) step;
      of(nest).stream()
          .filter(access -> access.isWrite() == writes)
          .forEach(access -> buffers.add(access.buffer()));
      if (!writes && nest.base() != null) {
        buffers.add(nest.base());
      }
      return;
    }
    if (step instanceof Mark) {
      if (!writes) {
        readBy(((Mark) step).value(), buffers);
      }
      return;
    }
    Iterate loop = (Iterate) step;
    for (Iterate.Carry carry : loop.carries()) {
      buffers.add(writes ? carry.result() : carry.initial());
      buffers.add(writes ? carry.current() : carry.next());
    }
    if (writes) {
      buffers.add(loop.index());
    } else {
      readBy(loop.trips(), buffers);
    }
    loop.body().forEach(inner -> collect(inner, writes, buffers));
  }

  private static void readBy(Scalar scalar, Set<Buffer> buffers) {
    List<Access> reads = new ArrayList<>();
    reads(scalar, reads);
    reads.forEach(access -> buffers.add(access.buffer()));
  }
}
