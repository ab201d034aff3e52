package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Step;

/** Removes nests whose result nobody reads. Nests with checks stay: their failure is seen. */
final class DeadNests {
  private DeadNests() {}

  static List<Step> run(List<Step> steps) {
    return block(steps, Set.of());
  }

  private static List<Step> block(List<Step> steps, Set<Buffer> live) {
    Set<Buffer> read = new HashSet<>(live);
    List<Step> kept = new ArrayList<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step instanceof Nest && isDead((Nest) step, read)) {
        continue;
      }
      Step same = step instanceof Iterate ? body((Iterate) step) : step;
      Set<Buffer> reads = Access.readBy(same);
      if (same instanceof Nest && ((Nest) same).base() == null) {
        reads.remove(((Nest) same).target());
      }
      read.addAll(reads);
      kept.add(same);
    }
    Collections.reverse(kept);
    return kept;
  }

  private static boolean isDead(Nest nest, Set<Buffer> read) {
    return nest.target().role() == Buffer.Role.TEMPORARY
        && nest.checks().isEmpty()
        && !read.contains(nest.target());
  }

  private static Iterate body(Iterate loop) {
    Set<Buffer> live = new HashSet<>();
    loop.carries().forEach(carry -> live.add(carry.next()));
    return loop.withBody(block(loop.body(), live));
  }
}
