package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.croton.processor.fuse.LaneUse.Kind;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Bodies;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.croton.processor.loop.StatementVisitor;
import org.croton.processor.loop.Substitution;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Runs the iterations of a serial loop side by side in vector lanes, a block of them at a time,
 * where they do not need each other: the loops inside (over time, say) take each step for all lanes
 * of the block. What does go from one iteration to the next, such as a sum, follows in order.
 *
 * <p>Where the iterations need nothing of each other and make no loops, the loop itself may run in
 * lanes.
 *
 * <p>Every iteration computes what it computed alone, and sums keep their order.
 */
final class LaneLoops {
  /** Lanes of a block: some vectors of every level, so that one hides the latency of another. */
  static final int LANES = 64;

  private final LaneUse use;
  private final Statement.Times loop;
  private final Axis axis;
  private final Axis lane = Axis.parallel(Dim.of(LANES));
  private final Map<Buffer, Buffer> kept = new HashMap<>();

  private LaneLoops(LaneUse use, Statement.Times loop, Dim trips) {
    this.use = use;
    this.loop = loop;
    this.axis = Axis.parallel(trips);
  }

  /** The statements with such loops in blocks, wherever they are. */
  static List<Statement> run(List<Statement> statements) {
    return run(statements, new HashMap<>());
  }

  private static List<Statement> run(List<Statement> statements, Map<Buffer, Scalar> defined) {
    List<Statement> out = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement instanceof Statement.Define define) {
        defined.put(define.register(), define.value());
      }
      // Inner loops first: their elements are more often side by side in memory.
      Statement inner = Bodies.map(statement, body -> run(body, defined));
      boolean isTimes = inner.equals(statement) && statement instanceof Statement.Times;
      out.add(isTimes ? lanes((Statement.Times) statement, defined) : inner);
    }
    return out;
  }

  private static Statement lanes(Statement.Times times, Map<Buffer, Scalar> defined) {
    Statement blocks = blocks(times, defined);
    if (blocks != null) {
      return blocks;
    }
    return LaneUse.isIndependent(times)
        ? new Statement.Times(times.index(), times.trips(), Statement.Schedule.VECTOR, times.body())
        : times;
  }

  private static @Nullable Statement blocks(Statement.Times times, Map<Buffer, Scalar> defined) {
    Scalar trips =
        times.trips() instanceof Scalar.Read read
            ? defined.getOrDefault(read.buffer(), times.trips())
            : times.trips();
    if (!(trips instanceof Scalar.Extent extent)) {
      return null;
    }
    LaneUse use = LaneUse.of(times);
    return use == null ? null : new LaneLoops(use, times, extent.dim()).blocks();
  }

  private Statement blocks() {
    List<Statement> parts = parts(loop.body());
    List<Statement> late =
        loop.body().stream().filter(statement -> use.kind(statement) == Kind.IN_ORDER).toList();
    if (!late.isEmpty()) {
      parts.add(new Statement.For(lane, Statement.Schedule.SERIAL, late));
    }
    Set<Buffer> crossing = crossing(parts);
    List<Statement> body = parts.stream().map(part -> laned(part, crossing)).toList();
    return new Statement.Blocks(axis, lane, Scalar.whole(LANES), body);
  }

  /** Splits a body into loops over the lanes, what is the same for all, and the loops inside. */
  private List<Statement> parts(List<Statement> body) {
    List<Statement> parts = new ArrayList<>();
    List<Statement> group = new ArrayList<>();
    int checked = lastCheck(body);
    for (int i = 0; i < body.size(); i++) {
      Statement statement = body.get(i);
      if (statement instanceof Statement.Times inner) {
        close(group, Statement.Schedule.VECTOR, parts);
        parts.add(
            new Statement.Times(
                inner.index(), inner.trips(), inner.schedule(), parts(inner.body())));
      } else if (use.kind(statement) == Kind.SAME) {
        parts.add(statement);
      } else if (use.kind(statement) == Kind.LANE) {
        group.add(statement);
      }
      if (i == checked) {
        close(group, Statement.Schedule.SERIAL, parts);
      }
    }
    close(group, Statement.Schedule.VECTOR, parts);
    return parts;
  }

  /** Checks are made lane after lane, with all that comes before them. */
  private int lastCheck(List<Statement> body) {
    int last = -1;
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i) instanceof Statement.Require && use.kind(body.get(i)) == Kind.LANE) {
        last = i;
      }
    }
    return last;
  }

  private void close(List<Statement> group, Statement.Schedule schedule, List<Statement> parts) {
    if (!group.isEmpty()) {
      parts.add(new Statement.For(lane, schedule, group));
      group.clear();
    }
  }

  /** Registers that one loop over the lanes sets and another one reads, or sets too. */
  private Set<Buffer> crossing(List<Statement> parts) {
    Map<Buffer, Statement> home = new HashMap<>();
    Set<Buffer> crossing = new HashSet<>(use.carriedInside());
    visitLoops(parts, group -> group.body().forEach(each -> settle(each, group, home)));
    visitLoops(
        parts,
        group -> {
          StatementVisitor visitor =
              new StatementVisitor(
                  buffer -> {
                    Statement at = home.get(buffer);
                    if (at != null && at != group) {
                      crossing.add(buffer);
                    }
                  },
                  dim -> {});
          group.body().forEach(visitor::visit);
        });
    return crossing;
  }

  private static void settle(Statement statement, Statement group, Map<Buffer, Statement> home) {
    if (statement instanceof Statement.Define define) {
      home.put(define.register(), group);
    }
  }

  private void visitLoops(List<Statement> parts, Consumer<Statement.For> visitor) {
    for (Statement part : parts) {
      if (part instanceof Statement.For loopOverLanes) {
        visitor.accept(loopOverLanes);
      } else {
        visitLoops(Bodies.of(part), visitor);
      }
    }
  }

  private Statement laned(Statement part, Set<Buffer> crossing) {
    if (!(part instanceof Statement.For group)) {
      return Bodies.map(part, body -> body.stream().map(inner -> laned(inner, crossing)).toList());
    }
    List<Statement> out = new ArrayList<>();
    group.body().forEach(statement -> lane(statement, crossing, out));
    return new Statement.For(lane, group.schedule(), out);
  }

  private void lane(Statement statement, Set<Buffer> crossing, List<Statement> out) {
    Substitution names =
        new Substitution(
            position -> position,
            read -> {
              if (read.buffer() == loop.index()) {
                return Scalar.at(axis);
              }
              return crossing.contains(read.buffer()) ? place(read.buffer()) : read;
            });
    if (statement instanceof Statement.Define define) {
      Scalar value = names.apply(define.value());
      out.add(
          crossing.contains(define.register())
              ? keep(define.register(), value)
              : new Statement.Define(define.register(), value));
    } else if (statement instanceof Statement.Store store) {
      Scalar value = names.apply(store.value());
      out.add(new Statement.Store(store.target(), names.all(store.at()), store.combine(), value));
    } else if (statement instanceof Statement.Require require) {
      out.add(new Statement.Require(names.checks(List.of(require.check())).get(0)));
    } else {
      assign((Statement.Assign) statement, names, crossing, out);
    }
  }

  private void assign(
      Statement.Assign assign, Substitution names, Set<Buffer> crossing, List<Statement> out) {
    List<Scalar> values = names.all(assign.values());
    if (!crossing.containsAll(assign.registers())) {
      out.add(new Statement.Assign(assign.registers(), values));
      return;
    }
    List<Statement> stores = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Buffer register = assign.registers().get(i);
      Buffer next = new Buffer("next", register.type(), Buffer.Role.TEMPORARY);
      out.add(new Statement.Define(next, values.get(i)));
      stores.add(keep(register, new Scalar.Read(next, List.of())));
    }
    out.addAll(stores);
  }

  private Statement keep(Buffer register, Scalar value) {
    Scalar.Read place = place(register);
    return new Statement.Store(place.buffer(), place.at(), Combine.SET, value);
  }

  /** Where a register is kept for each lane of the block. */
  private Scalar.Read place(Buffer register) {
    Buffer lanes =
        kept.computeIfAbsent(
            register,
            key ->
                new Buffer(
                    key.name(), TensorType.of(key.dtype(), Dim.of(LANES)), Buffer.Role.TEMPORARY));
    return new Scalar.Read(lanes, List.of(Scalar.at(lane)));
  }
}
