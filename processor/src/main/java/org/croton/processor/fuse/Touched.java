package org.croton.processor.fuse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Step;

/** What a step touches, found once; the accesses one by one if it is a nest. */
record Touched(List<Access> accesses, Set<Buffer> reads, Set<Buffer> writes) {
  static Touched of(Step step) {
    if (!(step instanceof Nest)) {
      return new Touched(List.of(), Access.readBy(step), Access.writtenBy(step));
    }
    Nest nest = (Nest) step;
    List<Access> accesses = Access.of(nest);
    Set<Buffer> reads = new HashSet<>();
    Set<Buffer> writes = new HashSet<>();
    for (Access access : accesses) {
      (access.isWrite() ? writes : reads).add(access.buffer());
    }
    if (nest.base() != null) {
      reads.add(nest.base());
    }
    return new Touched(accesses, reads, writes);
  }
}
