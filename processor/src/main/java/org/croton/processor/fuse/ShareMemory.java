package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Mark;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.croton.processor.loop.Substitution;

/**
 * Decides which array versions are one memory. A partial write happens in place if nobody reads the
 * old version later; otherwise an explicit copy comes first. The carried versions of a loop are one
 * memory; values that a loop passes through unchanged are never copied.
 *
 * <p>Afterwards a nest's base is null or its own target, and the versions of a loop's array carry
 * are one buffer, or two where the body computes the next version elsewhere.
 */
final class ShareMemory {
  private final Map<Buffer, Buffer> representative = new HashMap<>();

  /** Versions of an array that a loop carries: theirs to overwrite, even in result memory. */
  private final Set<Buffer> carried = new HashSet<>();

  /** For the next version of an array that a loop carries, the one that the iteration has. */
  private final Map<Buffer, Buffer> currents = new HashMap<>();

  /** Buffers that some step writes; a temporary that none does holds nothing worth a copy. */
  private final Set<Buffer> written = new HashSet<>();

  /** What each step reads, found once. */
  private final IdentityHashMap<Step, Set<Buffer>> reads = new IdentityHashMap<>();

  private ShareMemory(List<Step> steps) {
    steps.forEach(step -> written.addAll(Access.writtenBy(step)));
  }

  static List<Step> run(List<Step> steps) {
    return new ShareMemory(steps).block(steps, Set.of());
  }

  private Buffer memory(Buffer buffer) {
    Buffer next = representative.get(buffer);
    if (next == null) {
      return buffer;
    }
    Buffer last = memory(next);
    representative.put(buffer, last); // versions in a row are not walked again
    return last;
  }

  private void unite(Buffer version, Buffer with) {
    if (memory(version) != memory(with)) {
      representative.put(memory(version), memory(with));
    }
  }

  /**
   * @param live buffers that are read after the block
   */
  private List<Step> block(List<Step> steps, Set<Buffer> live) {
    List<Step> out = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      List<Step> rest = steps.subList(i + 1, steps.size());
      if (steps.get(i) instanceof Nest) {
        nest((Nest) steps.get(i), rest, live, out);
      } else if (steps.get(i) instanceof Mark) {
        out.add(renamed(steps.get(i)));
      } else {
        loop((Iterate) steps.get(i), rest, live, out);
      }
    }
    return out;
  }

  private void nest(Nest nest, List<Step> rest, Set<Buffer> live, List<Step> out) {
    Buffer base = nest.base();
    if (base == null) {
      replace(nest, rest, live);
      Nest same = (Nest) renamed(nest);
      if (!copiesToItself(same)) {
        out.add(same);
      }
      return;
    }
    if ((mayOverwrite(base, rest, live) || isUpdate(nest, base, rest))
        && readsOnlyWhatItWrites(nest, base)) {
      claim(nest.target(), base, out);
    } else {
      out.add(copy(memory(nest.target()), memory(base)));
    }
    out.add(renamed(nest));
  }

  /** A carried array whose next version takes each element's place when it is read last. */
  private void replace(Nest nest, List<Step> rest, Set<Buffer> live) {
    Buffer current = currents.get(nest.target());
    if (current != null
        && isOwn(nest.target())
        && nest.combine() == Combine.SET
        && mayOverwrite(current, rest, live)
        && readsOnlyWhatItWrites(nest, current)) {
      unite(nest.target(), current);
    }
  }

  private static boolean copiesToItself(Nest nest) {
    return nest.body().equals(new Scalar.Read(nest.target(), nest.at()));
  }

  /** Makes two versions one memory; the one that outlives the call wins, whichever it is. */
  private void claim(Buffer target, Buffer base, List<Step> out) {
    if (isOwn(target)) {
      unite(target, base);
    } else {
      unite(base, target);
      out.replaceAll(this::renamed);
    }
    if (carried.contains(base)) {
      carried.add(target);
    }
  }

  private static boolean isOwn(Buffer buffer) {
    return buffer.role() == Buffer.Role.TEMPORARY || buffer.role() == Buffer.Role.TAPE;
  }

  private boolean mayOverwrite(Buffer base, List<Step> rest, Set<Buffer> live) {
    Buffer held = memory(base);
    return (isOwn(held) || carried.contains(base))
        && !isReadBy(rest, held)
        && live.stream().noneMatch(buffer -> memory(buffer) == held);
  }

  /**
   * True if the nest computes the next value of the field it starts from, the old value is not read
   * again, and nothing after it can fail: then the field's own memory is written.
   */
  private boolean isUpdate(Nest nest, Buffer base, List<Step> rest) {
    if (base.role() != Buffer.Role.STATE || nest.target().role() != Buffer.Role.TEMPORARY) {
      return false;
    }
    boolean committed = false;
    for (Step step : rest) {
      boolean commit =
          step instanceof Nest
              && ((Nest) step).target() == base
              && readBy(step).equals(Set.of(nest.target()));
      if (commit) {
        committed = true;
      } else if (readBy(step).contains(base)
          || readBy(step).contains(nest.target())
          || BuildTree.canFail(step)) {
        return false;
      }
    }
    return committed;
  }

  private Set<Buffer> readBy(Step step) {
    return reads.computeIfAbsent(step, Access::readBy);
  }

  private boolean isReadBy(List<Step> steps, Buffer held) {
    for (Step step : steps) {
      for (Buffer buffer : readBy(step)) {
        if (memory(buffer) == held) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean readsOnlyWhatItWrites(Nest nest, Buffer base) {
    return Access.of(nest).stream()
        .filter(access -> memory(access.buffer()) == memory(base))
        .allMatch(access -> access.at().equals(nest.at()));
  }

  private void loop(Iterate loop, List<Step> rest, Set<Buffer> live, List<Step> out) {
    for (Iterate.Carry carry : loop.carries()) {
      if (carry.next() == carry.current()) {
        unite(carry.current(), carry.initial());
        unite(carry.result(), carry.initial());
      } else if (carry.current().rank() > 0) {
        enter(carry, loop, rest, live, out);
        currents.put(carry.next(), carry.current());
      }
    }
    List<Step> body = block(loop.body(), liveInBody(loop));
    List<Iterate.Carry> carries = new ArrayList<>();
    for (Iterate.Carry carry : loop.carries()) {
      if (carry.next() != carry.current()) {
        carries.add(carry);
      }
    }
    out.add(renamed(new Iterate(loop.index(), loop.trips(), carries, body)));
  }

  /** What the next iteration reads: what this one hands on, and what comes from outside. */
  private static Set<Buffer> liveInBody(Iterate loop) {
    Set<Buffer> live = new HashSet<>();
    loop.body().forEach(step -> live.addAll(Access.readBy(step)));
    loop.body().forEach(step -> live.removeAll(Access.writtenBy(step)));
    loop.carries().forEach(carry -> live.remove(carry.current()));
    loop.carries().forEach(carry -> live.add(carry.next()));
    return live;
  }

  /** Gives the carried array its memory: the initial version's if that is free, else a copy. */
  private void enter(
      Iterate.Carry carry, Iterate loop, List<Step> rest, Set<Buffer> live, List<Step> out) {
    boolean once =
        loop.carries().stream().filter(c -> memory(c.initial()) == memory(carry.initial())).count()
            == 1;
    boolean unusedInBody = !isReadBy(loop.body(), memory(carry.initial()));
    if (once && unusedInBody && mayOverwrite(carry.initial(), rest, live)) {
      claim(carry.result(), carry.initial(), out);
    } else if (!isBlank(carry.initial())) {
      out.add(copy(memory(carry.result()), memory(carry.initial())));
    }
    unite(carry.current(), carry.result());
    carried.add(carry.current());
  }

  private boolean isBlank(Buffer buffer) {
    return isOwn(buffer) && !written.contains(buffer);
  }

  private Step renamed(Step step) {
    Substitution names =
        new Substitution(
            position -> position, read -> new Scalar.Read(memory(read.buffer()), read.at()));
    if (step instanceof Nest) {
      Nest nest = (Nest) step;
      Buffer target = memory(nest.target());
      return names.nest(nest, target, nest.base() == null ? null : target);
    }
    if (step instanceof Mark) {
      return ((Mark) step).with(names.apply(((Mark) step).value()), this::memory);
    }
    Iterate loop = (Iterate) step;
    List<Iterate.Carry> carries =
        loop.carries().stream()
            .map(
                c ->
                    new Iterate.Carry(
                        memory(c.initial()),
                        memory(c.current()),
                        memory(c.next()),
                        memory(c.result())))
            .toList();
    return new Iterate(
        loop.index(),
        names.apply(loop.trips()),
        carries,
        loop.body().stream().map(this::renamed).toList());
  }

  static Nest copy(Buffer target, Buffer source) {
    List<Axis> axes = source.shape().dims().stream().map(Axis::parallel).toList();
    List<Scalar> at = axes.stream().map(Scalar::at).toList();
    return Nest.map(axes, target, new Scalar.Read(source, at));
  }
}
