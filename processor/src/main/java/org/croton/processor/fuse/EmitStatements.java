package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.DType;
import org.croton.processor.fuse.LoopTree.Exit;
import org.croton.processor.fuse.LoopTree.Item;
import org.croton.processor.fuse.LoopTree.Leaf;
import org.croton.processor.fuse.LoopTree.Loop;
import org.croton.processor.fuse.LoopTree.Product;
import org.croton.processor.fuse.LoopTree.Sequence;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.croton.processor.loop.Substitution;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;

/** Writes a tree of loops as statements: first values of reductions, registers, vector loops. */
final class EmitStatements {
  private final Storage storage;
  private final Map<Buffer, Literal> constants;
  private final Set<Buffer> defined = new HashSet<>();
  private final Buffer scratch =
      new Buffer(
          "scratch",
          TensorType.of(DType.U8, Dim.of(Statement.MULTIPLY_SCRATCH)),
          Buffer.Role.TEMPORARY);
  private int accumulators;

  private EmitStatements(Storage storage, Map<Buffer, Literal> constants) {
    this.storage = storage;
    this.constants = constants;
  }

  static List<Statement> emit(List<Item> items, Map<Buffer, Literal> constants) {
    return new EmitStatements(Storage.of(items), constants).block(items);
  }

  private List<Statement> block(List<Item> items) {
    List<Statement> out = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Leaf) {
        leaf((Leaf) item, Map.of(), out);
      } else if (item instanceof Loop) {
        loop((Loop) item, out);
      } else if (item instanceof Product) {
        product((Product) item, out);
      } else if (item instanceof Exit) {
        out.add(new Statement.Leave(((Exit) item).leave().unless()));
      } else {
        sequence((Sequence) item, out);
      }
    }
    return out;
  }

  private void loop(Loop loop, List<Statement> out) {
    LoopTree.leaves(loop).stream()
        .filter(leaf -> startsIn(leaf, loop))
        .forEach(leaf -> first(leaf, loop, out));
    boolean innermost = loop.items.stream().allMatch(item -> item instanceof Leaf);
    if (!innermost) {
      out.add(new Statement.For(loop.axis, Statement.Schedule.SERIAL, block(loop.items)));
      return;
    }
    Map<Leaf, Buffer> partial = new HashMap<>();
    for (Item item : loop.items) {
      Leaf leaf = (Leaf) item;
      if (combinesAcross(leaf, loop) && isMemory(leaf)) {
        partial.put(leaf, accumulator(leaf, out));
      }
    }
    List<Statement> body = new ArrayList<>();
    loop.items.forEach(item -> leaf((Leaf) item, partial, body));
    boolean vector = loop.items.stream().allMatch(item -> isVectorisable((Leaf) item));
    Statement.Schedule schedule = vector ? Statement.Schedule.VECTOR : Statement.Schedule.SERIAL;
    out.add(new Statement.For(loop.axis, schedule, body));
    for (Item item : loop.items) {
      Leaf leaf = (Leaf) item;
      Buffer register = partial.get(leaf);
      if (register != null) {
        out.add(store(leaf, new Scalar.Read(register, List.of())));
      }
    }
  }

  /** A register for one run of an innermost loop, so that it need not go through memory. */
  private Buffer accumulator(Leaf leaf, List<Statement> out) {
    TensorType type = TensorType.scalar(leaf.nest.target().dtype());
    Buffer register = new Buffer("a" + accumulators++, type, Buffer.Role.TEMPORARY);
    out.add(new Statement.Define(register, identity(leaf.nest)));
    return register;
  }

  private boolean isMemory(Leaf leaf) {
    Buffer place = storage.place(leaf.nest.target()).buffer();
    return place.rank() > 0 || place.role() != Buffer.Role.TEMPORARY;
  }

  /** True if the loop is the outermost one that the leaf reduces over, from its identity. */
  private static boolean startsIn(Leaf leaf, Loop loop) {
    if (leaf.nest.combine() == Combine.SET || leaf.nest.base() != null) {
      return false;
    }
    for (Loop around : leaf.path()) {
      Axis axis = leaf.axisOf(around);
      if (axis != null && axis.isReduction()) {
        return around == loop;
      }
    }
    return false;
  }

  /** Sets a reduction's target to the identity for everything that the loop combines into. */
  private void first(Leaf leaf, Loop loop, List<Statement> out) {
    Storage.Place place = storage.place(leaf.nest.target());
    Scalar identity = identity(leaf.nest);
    if (isRegister(place.buffer())) {
      out.add(new Statement.Define(place.buffer(), identity));
      defined.add(place.buffer());
      return;
    }
    List<Loop> inside = leaf.path().subList(loop.path().size() - 1, leaf.path().size());
    Map<Axis, Scalar> positions = new HashMap<>();
    List<Axis> fresh = new ArrayList<>();
    for (Map.Entry<Axis, Loop> entry : leaf.loops.entrySet()) {
      positions.put(entry.getKey(), Scalar.at(entry.getValue().axis));
    }
    for (Loop inner : inside) {
      Axis axis = leaf.axisOf(inner);
      if (axis != null && !axis.isReduction()) {
        Axis over = Axis.parallel(axis.extent());
        fresh.add(over);
        positions.put(axis, Scalar.at(over));
      }
    }
    List<Scalar> at =
        new Substitution(p -> positions.getOrDefault(p.axis(), p), r -> r)
            .all(place.at(leaf.nest.at()));
    Statement statement = new Statement.Store(place.buffer(), at, Combine.SET, identity);
    for (int i = fresh.size() - 1; i >= 0; i--) {
      Statement.Schedule schedule =
          i == fresh.size() - 1 ? Statement.Schedule.VECTOR : Statement.Schedule.SERIAL;
      statement = new Statement.For(fresh.get(i), schedule, List.of(statement));
    }
    out.add(statement);
  }

  private static Scalar identity(Nest nest) {
    DType dtype = nest.target().dtype();
    switch (nest.combine()) {
      case SUM:
        return Scalar.real(dtype, 0);
      case PRODUCT:
        return Scalar.real(dtype, 1);
      case MAXIMUM:
        return Identities.least(dtype);
      case MINIMUM:
        return Identities.greatest(dtype);
      default:
        throw new IllegalStateException(nest.combine().name());
    }
  }

  private static boolean isRegister(Buffer buffer) {
    return buffer.rank() == 0 && buffer.role() == Buffer.Role.TEMPORARY;
  }

  private static boolean combinesAcross(Leaf leaf, Loop loop) {
    Axis axis = leaf.axisOf(loop);
    return leaf.nest.combine() != Combine.SET
        && axis != null
        && leaf.nest.at().stream().noneMatch(index -> mentions(index, axis));
  }

  private static boolean mentions(Scalar scalar, Axis axis) {
    if (scalar instanceof Scalar.Position) {
      return ((Scalar.Position) scalar).axis() == axis;
    }
    if (scalar instanceof Scalar.Compute) {
      return ((Scalar.Compute) scalar).operands().stream().anyMatch(s -> mentions(s, axis));
    }
    return scalar instanceof Scalar.Read
        && ((Scalar.Read) scalar).at().stream().anyMatch(s -> mentions(s, axis));
  }

  private static boolean isVectorisable(Leaf leaf) {
    return leaf.nest.checks().isEmpty()
        && leaf.nest.at().stream()
            .allMatch(i -> i instanceof Scalar.Position || i instanceof Scalar.Immediate);
  }

  private void leaf(Leaf leaf, Map<Leaf, Buffer> partial, List<Statement> out) {
    Substitution names = names(leaf);
    for (Check check : names.checks(leaf.nest.checks())) {
      out.add(new Statement.Require(check));
    }
    Scalar value = names.apply(leaf.nest.body());
    Buffer register = partial.get(leaf);
    Buffer place = storage.place(leaf.nest.target()).buffer();
    if (register != null) {
      out.add(new Statement.Store(register, List.of(), leaf.nest.combine(), value));
    } else if (isRegister(place) && defined.add(place)) {
      out.add(new Statement.Define(place, value));
    } else {
      out.add(store(leaf, value));
    }
  }

  private Statement store(Leaf leaf, Scalar value) {
    Storage.Place place = storage.place(leaf.nest.target());
    List<Scalar> at = names(leaf).all(place.at(leaf.nest.at()));
    return new Statement.Store(place.buffer(), at, combine(leaf.nest), value);
  }

  /** Combining once with nothing is setting. */
  private static Combine combine(Nest nest) {
    boolean once = nest.base() == null && nest.axes().stream().noneMatch(Axis::isReduction);
    return once ? Combine.SET : nest.combine();
  }

  private Substitution names(Leaf leaf) {
    return new Substitution(
        position -> Scalar.at(loopOf(leaf, position).axis),
        read -> {
          Storage.Place place = storage.place(read.buffer());
          return new Scalar.Read(place.buffer(), place.at(read.at()));
        });
  }

  private static Loop loopOf(Leaf leaf, Scalar.Position position) {
    Loop loop = leaf.loops.get(position.axis());
    if (loop == null) {
      throw new IllegalStateException("axis outside its loop in " + leaf.nest);
    }
    return loop;
  }

  private void product(Product item, List<Statement> out) {
    MatrixProduct shape = item.shape();
    Nest nest = item.nest();
    DType dtype = nest.target().dtype();
    Scalar alpha = shape.alpha() == null ? Scalar.real(dtype, 1) : shape.alpha();
    Statement statement =
        new Statement.Multiply(
            MatrixProduct.matrix(shape.a().buffer(), shape.a().at(), shape.m(), shape.k()),
            MatrixProduct.matrix(shape.b().buffer(), shape.b().at(), shape.k(), shape.n()),
            MatrixProduct.matrix(nest.target(), nest.at(), shape.m(), shape.n()),
            shape.m().extent(),
            shape.n().extent(),
            shape.k().extent(),
            alpha,
            Scalar.real(dtype, nest.base() == null ? 0 : 1),
            scratch);
    for (int i = shape.batch().size() - 1; i >= 0; i--) {
      statement =
          new Statement.For(shape.batch().get(i), Statement.Schedule.SERIAL, List.of(statement));
    }
    out.add(statement);
  }

  private Scalar scalar(Buffer buffer) {
    Literal constant = constants.get(buffer);
    return constant != null ? new Scalar.Immediate(constant) : new Scalar.Read(buffer, List.of());
  }

  private void sequence(Sequence item, List<Statement> out) {
    List<Buffer> registers = new ArrayList<>();
    List<Scalar> values = new ArrayList<>();
    List<Statement> copies = new ArrayList<>();
    List<Statement> results = new ArrayList<>();
    for (var carry : item.loop().carries()) {
      if (carry.current().rank() > 0) {
        if (carry.next() != carry.current()) {
          copies.add(new Statement.Copy(carry.current(), carry.next()));
        }
        continue;
      }
      out.add(new Statement.Define(carry.current(), scalar(carry.initial())));
      defined.add(carry.current());
      registers.add(carry.current());
      values.add(scalar(carry.next()));
      Scalar last = new Scalar.Read(carry.current(), List.of());
      results.add(
          isRegister(carry.result())
              ? new Statement.Define(carry.result(), last)
              : new Statement.Store(carry.result(), List.of(), Combine.SET, last));
      defined.add(carry.result());
    }
    List<Statement> body = new ArrayList<>(block(item.body()));
    body.addAll(copies);
    if (!registers.isEmpty()) {
      body.add(new Statement.Assign(registers, values));
    }
    out.add(
        item.loop().isChoice()
            ? new Statement.If(item.loop().trips(), body)
            : new Statement.Times(item.loop().index(), item.loop().trips(), body));
    out.addAll(results);
  }
}
