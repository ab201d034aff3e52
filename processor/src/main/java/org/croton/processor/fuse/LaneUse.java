package org.croton.processor.fuse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.croton.processor.loop.Bodies;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.jspecify.annotations.Nullable;

/**
 * How the statements of a serial loop's body depend on its iterations, for loops whose iterations
 * can run side by side.
 */
final class LaneUse {
  /** From least to most dependent. */
  enum Kind {
    /** Computes the same in every iteration. */
    SAME,
    /** Depends on its own iteration only. */
    LANE,
    /** Depends on earlier iterations. */
    IN_ORDER
  }

  /** So much arithmetic pays for elements that the lanes have to fetch one by one. */
  private static final int PER_ACCESS = 8;

  private static final int PER_FUNCTION = 16;

  /** The loop cannot be taken apart. */
  private static final class Unsuited extends Exception {
    private static final long serialVersionUID = 1;

    Unsuited() {
      super(null, null, false, false);
    }
  }

  /** A position along an axis. */
  private record Place(int axis, Scalar position) {}

  private final Buffer index;
  private final Map<Buffer, Kind> registers = new HashMap<>();
  private final IdentityHashMap<Statement, Kind> statements = new IdentityHashMap<>();
  private final Set<Buffer> carriedInside = new HashSet<>();
  private final Set<Buffer> written;

  /** Where every iteration has its own part of a written array. */
  private final Map<Buffer, Place> own = new HashMap<>();

  /** Written arrays that are read as well, and those that are written late. */
  private final Set<Buffer> read = new HashSet<>();

  private final Set<Buffer> late = new HashSet<>();
  private int depth;

  /** Inside inner loops: arithmetic, and accesses that are not side by side for the lanes. */
  private long arithmetic;

  private long apart;
  private boolean pays;

  /** Periodic functions look at all arguments of a block first. */
  private boolean isPeriodic;

  private LaneUse(Statement.Times loop) {
    this.index = loop.index();
    this.written = Bodies.writtenBy(loop);
    registers.put(index, Kind.LANE);
    for (Statement statement : loop.body()) {
      if (statement instanceof Statement.Assign assign) {
        assign.registers().forEach(register -> registers.put(register, Kind.IN_ORDER));
      }
    }
  }

  /** The kinds, or null where lanes are not possible or gain nothing. */
  static @Nullable LaneUse of(Statement.Times loop) {
    LaneUse use = new LaneUse(loop);
    try {
      use.carriedInside(loop.body(), true);
      use.body(loop.body(), true);
    } catch (Unsuited e) {
      return null;
    }
    boolean inOrder = use.late.stream().noneMatch(use.read::contains);
    return use.pays && inOrder && use.apart * PER_ACCESS <= use.arithmetic ? use : null;
  }

  /** True if no iteration needs another one, and what they touch lies side by side. */
  static boolean isIndependent(Statement.Times loop) {
    LaneUse use = new LaneUse(loop);
    use.depth = 1;
    try {
      for (Statement statement : loop.body()) {
        boolean isStraight =
            statement instanceof Statement.Define || statement instanceof Statement.Store;
        if (!isStraight || use.kind(statement, true) == Kind.IN_ORDER) {
          return false;
        }
      }
    } catch (Unsuited e) {
      return false;
    }
    return use.apart == 0 && !use.isPeriodic && !use.written.isEmpty();
  }

  Kind kind(Statement statement) {
    return Objects.requireNonNull(statements.get(statement));
  }

  /** Registers that a loop inside carries. */
  Set<Buffer> carriedInside() {
    return carriedInside;
  }

  private void carriedInside(List<Statement> body, boolean isOuter) {
    for (Statement statement : body) {
      if (statement instanceof Statement.Assign assign && !isOuter) {
        carriedInside.addAll(assign.registers());
      }
      carriedInside(Bodies.of(statement), false);
    }
  }

  private void body(List<Statement> body, boolean isOuter) throws Unsuited {
    boolean ordered = !isOuter;
    for (Statement statement : body) {
      Kind kind = kind(statement, isOuter);
      if (kind == Kind.IN_ORDER && !isOuter) {
        throw new Unsuited();
      }
      if (statement instanceof Statement.Require) {
        if (ordered) {
          throw new Unsuited(); // another iteration's check may come first
        }
      }
      ordered |= statement instanceof Statement.Times;
      statements.put(statement, kind);
    }
  }

  private Kind kind(Statement statement, boolean isOuter) throws Unsuited {
    if (statement instanceof Statement.Define define) {
      Kind kind = kind(define.value());
      if (carriedInside.contains(define.register())) {
        if (kind == Kind.IN_ORDER) {
          throw new Unsuited();
        }
        kind = Kind.LANE;
      }
      registers.put(define.register(), kind);
      return kind;
    }
    if (statement instanceof Statement.Store store) {
      return store(store);
    }
    if (statement instanceof Statement.Assign assign) {
      if (!registers.keySet().containsAll(assign.registers())) {
        throw new Unsuited(); // carried from outside of the loop
      }
      for (Scalar value : assign.values()) {
        if (kind(value) == Kind.IN_ORDER && !isOuter) {
          throw new Unsuited();
        }
      }
      return isOuter ? Kind.IN_ORDER : Kind.LANE;
    }
    if (statement instanceof Statement.Require require) {
      Kind kind = kind(require.check().condition());
      for (Scalar fact : require.check().facts()) {
        kind = most(kind, kind(fact));
      }
      if (kind == Kind.IN_ORDER) {
        throw new Unsuited();
      }
      return kind;
    }
    if (statement instanceof Statement.Times inner) {
      if (kind(inner.trips()) != Kind.SAME) {
        throw new Unsuited();
      }
      registers.put(inner.index(), Kind.SAME);
      depth++;
      body(inner.body(), false);
      depth--;
      boolean carries = inner.body().stream().anyMatch(Statement.Assign.class::isInstance);
      boolean loops = inner.body().stream().anyMatch(Statement.Times.class::isInstance);
      if (!carries && !loops) {
        throw new Unsuited(); // it has lanes of its own
      }
      pays = true;
      return Kind.LANE;
    }
    throw new Unsuited();
  }

  /** A store that only its own iteration reads again, or none does. */
  private Kind store(Statement.Store store) throws Unsuited {
    if (store.target().rank() == 0) {
      throw new Unsuited();
    }
    Kind kind = most(access(store.target(), store.at()), kind(store.value()));
    if (store.combine() != Combine.SET) {
      read.add(store.target());
    }
    if (kind == Kind.IN_ORDER) {
      late.add(store.target());
    }
    return kind;
  }

  private Kind kind(Scalar scalar) throws Unsuited {
    if (scalar instanceof Scalar.Read element) {
      Buffer buffer = element.buffer();
      if (buffer.rank() == 0) {
        return registers.getOrDefault(buffer, Kind.SAME);
      }
      if (written.contains(buffer)) {
        read.add(buffer);
      }
      return access(buffer, element.at());
    }
    Kind kind = Kind.SAME;
    if (scalar instanceof Scalar.Compute compute) {
      for (Scalar operand : compute.operands()) {
        kind = most(kind, kind(operand));
      }
      boolean isDear = compute.primitive().isTranscendental();
      pays |= isDear && kind == Kind.LANE;
      isPeriodic |= compute.primitive().isPeriodic();
      if (depth > 0 && kind == Kind.LANE && compute.dtype().isFloating()) {
        arithmetic += isDear ? PER_FUNCTION : 1;
      }
    }
    return kind;
  }

  private Kind access(Buffer buffer, List<Scalar> at) throws Unsuited {
    Kind kind = Kind.SAME;
    for (Scalar position : at) {
      kind = most(kind, kind(position));
    }
    int axis = ownAxis(at);
    if (depth > 0 && kind == Kind.LANE && axis != at.size() - 1) {
      apart++;
    }
    if (!written.contains(buffer)) {
      return kind;
    }
    if (axis < 0) {
      throw new Unsuited();
    }
    Place place = new Place(axis, at.get(axis));
    if (!place.equals(own.computeIfAbsent(buffer, key -> place))) {
      throw new Unsuited();
    }
    return most(kind, Kind.LANE);
  }

  /** The axis whose position is another one in each iteration; -1 if there is none. */
  private int ownAxis(List<Scalar> at) throws Unsuited {
    for (int axis = 0; axis < at.size(); axis++) {
      if (isOwn(at.get(axis))) {
        return axis;
      }
    }
    return -1;
  }

  /** The index of the loop, moved or turned round by what is the same for all iterations. */
  private boolean isOwn(Scalar position) throws Unsuited {
    if (position.equals(new Scalar.Read(index, List.of()))) {
      return true;
    }
    if (!(position instanceof Scalar.Compute sum)
        || (sum.primitive() != Primitive.ADD && sum.primitive() != Primitive.SUB)) {
      return false;
    }
    Scalar a = sum.operands().get(0);
    Scalar b = sum.operands().get(1);
    return (isOwn(a) && kind(b) == Kind.SAME) || (isOwn(b) && kind(a) == Kind.SAME);
  }

  private static Kind most(Kind a, Kind b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
