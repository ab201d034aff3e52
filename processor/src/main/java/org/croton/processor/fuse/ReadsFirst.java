package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Mark;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Step;

/**
 * Moves a step that starts from an array's old version behind the later steps that still read that
 * version, if none of them waits for it: then it may write in place, where {@link ShareMemory}
 * would have to copy. Nothing moves past a mark.
 */
final class ReadsFirst {
  /** A step and what it touches. */
  private record Touch(Step step, Set<Buffer> reads, Set<Buffer> writes, Set<Buffer> overwrites) {
    static Touch of(Step step) {
      return new Touch(step, Access.readBy(step), Access.writtenBy(step), startsFrom(step));
    }

    private static Set<Buffer> startsFrom(Step step) {
      Set<Buffer> arrays = new HashSet<>();
      if (step instanceof Nest && ((Nest) step).base() != null) {
        arrays.add(((Nest) step).base());
      } else if (step instanceof Iterate) {
        for (Iterate.Carry carry : ((Iterate) step).carries()) {
          if (carry.initial().rank() > 0 && carry.next() != carry.current()) {
            arrays.add(carry.initial());
          }
        }
      }
      return arrays;
    }

    boolean waitsFor(Touch earlier) {
      return !Collections.disjoint(reads, earlier.writes)
          || !Collections.disjoint(writes, earlier.writes);
    }

    boolean spoils(Touch earlier) {
      return !Collections.disjoint(writes, earlier.reads);
    }
  }

  private ReadsFirst() {}

  /** The same steps, those of loops' bodies too, in such an order. */
  static List<Step> run(List<Step> steps) {
    List<Touch> touches = new ArrayList<>();
    for (Step step : steps) {
      Step inner =
          step instanceof Iterate ? ((Iterate) step).withBody(run(((Iterate) step).body())) : step;
      touches.add(Touch.of(inner));
    }
    for (Touch touch : List.copyOf(touches)) {
      if (!touch.overwrites.isEmpty()) {
        delay(touches, place(touches, touch));
      }
    }
    return touches.stream().map(Touch::step).toList();
  }

  @SuppressWarnings("ReferenceEquality") // This step, not one that looks like it.
  private static int place(List<Touch> touches, Touch touch) {
    int at = 0;
    while (touches.get(at) != touch) {
      at++;
    }
    return at;
  }

  private static void delay(List<Touch> touches, int at) {
    Set<Buffer> old = touches.get(at).overwrites;
    int last = at;
    for (int i = at + 1; i < touches.size() && !(touches.get(i).step instanceof Mark); i++) {
      if (!Collections.disjoint(touches.get(i).reads, old)) {
        last = i;
      }
    }
    List<Touch> first = new ArrayList<>();
    List<Touch> delayed = new ArrayList<>(List.of(touches.get(at)));
    for (Touch next : touches.subList(at + 1, last + 1)) {
      boolean waits = delayed.stream().anyMatch(next::waitsFor);
      boolean readsOld = !Collections.disjoint(next.reads, old);
      if ((waits && readsOld) || (!waits && delayed.stream().anyMatch(next::spoils))) {
        return; // it needs both versions, or is needed as it was
      }
      (waits ? delayed : first).add(next);
    }
    first.addAll(delayed);
    for (int i = 0; i < first.size(); i++) {
      touches.set(at + i, first.get(i));
    }
  }
}
