package org.croton.processor.fuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.DType;
import org.croton.processor.fuse.LoopTree.Item;
import org.croton.processor.fuse.LoopTree.Leaf;
import org.croton.processor.fuse.LoopTree.Loop;
import org.croton.processor.fuse.LoopTree.Point;
import org.croton.processor.fuse.LoopTree.Product;
import org.croton.processor.fuse.LoopTree.Sequence;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Grow;
import org.croton.processor.loop.Mark;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Primitive;
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
  private final Map<Leaf, Buffer> totals = new HashMap<>();

  /** Checks that stand before a loop around. */
  private final Set<Check> settled = new HashSet<>();

  private int temporaries;

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
        leaf((Leaf) item, out);
      } else if (item instanceof Loop) {
        loop((Loop) item, out);
      } else if (item instanceof Product) {
        out.add(((Product) item).shape().statement(((Product) item).nest(), scratch));
      } else if (item instanceof Point) {
        out.add(mark(((Point) item).mark()));
      } else {
        sequence((Sequence) item, out);
      }
    }
    return out;
  }

  private void loop(Loop loop, List<Statement> out) {
    List<Leaf> own = new ArrayList<>();
    for (Leaf leaf : LoopTree.leaves(loop)) {
      if (startsIn(leaf, loop)) {
        if (Folds.isSingle(leaf, loop)) {
          totals.put(leaf, total(leaf, out));
          own.add(leaf);
        } else {
          first(leaf, loop, out);
        }
      }
    }
    List<Check> before =
        new ArrayList<>(
            SettledChecks.of(
                loop, this::checks, buffer -> storage.place(buffer).buffer(), settled));
    before.forEach(check -> out.add(new Statement.Require(SettledChecks.whereRun(check, loop))));
    settled.addAll(before);
    if (loop.items.stream().allMatch(item -> item instanceof Leaf)) {
      List<Check> first = checksFirst(loop, out);
      before.addAll(first);
      settled.addAll(first);
      innermost(loop, out);
    } else if (LaneParts.areWorthwhile(loop, storage)) {
      inParts(loop, out);
    } else {
      out.add(new Statement.For(loop.axis, Statement.Schedule.SERIAL, block(loop.items)));
    }
    settled.removeAll(before);
    own.forEach(leaf -> finish(leaf, out));
  }

  /** Takes checks out of a loop that could run in lanes without them. */
  private List<Check> checksFirst(Loop loop, List<Statement> out) {
    List<Leaf> leaves = LoopTree.leaves(loop);
    Set<Buffer> written = new HashSet<>();
    List<Check> own = new ArrayList<>();
    for (Leaf leaf : leaves) {
      written.add(storage.place(leaf.nest.target()).buffer());
      checks(leaf).stream().filter(check -> !settled.contains(check)).forEach(own::add);
    }
    if (own.isEmpty() || !leaves.stream().allMatch(leaf -> Folds.isStraight(leaf, loop))) {
      return List.of();
    }
    Statement first = ChecksFirst.of(loop, own, written);
    if (first == null) {
      return List.of();
    }
    out.add(first);
    return own;
  }

  private void innermost(Loop loop, List<Statement> out) {
    List<Leaf> leaves = new ArrayList<>();
    List<Leaf> partial = new ArrayList<>();
    for (Item item : loop.items) {
      Leaf leaf = (Leaf) item;
      leaves.add(leaf);
      if (Folds.combinesAcross(leaf, loop) && isMemory(leaf) && !totals.containsKey(leaf)) {
        totals.put(leaf, total(leaf, out));
        partial.add(leaf);
      }
    }
    vectors(loop, leaves, out);
    for (Leaf leaf : partial) {
      Scalar total = new Scalar.Read(total(leaf), List.of());
      out.add(store(leaf, Scalar.cast(leaf.nest.target().dtype(), total)));
    }
  }

  private void vectors(Loop loop, List<Leaf> leaves, List<Statement> out) {
    if (!leaves.stream().allMatch(leaf -> isVectorisable(leaf, loop))) {
      List<Statement> body = new ArrayList<>();
      leaves.forEach(leaf -> leaf(leaf, body));
      out.add(new Statement.For(loop.axis, Statement.Schedule.SERIAL, body));
      return;
    }
    List<Statement.Reduce> whole = new Folds(loop, leaves, this::names, this::total).reduces();
    if (whole != null) {
      out.addAll(whole);
    } else if (LaneParts.areNeeded(loop, storage)) {
      inParts(loop, out);
    } else if (leaves.stream().noneMatch(leaf -> needsBlocks(leaf, loop))) {
      out.add(new Statement.For(loop.axis, Statement.Schedule.VECTOR, lanes(leaves)));
    } else {
      Axis lane = Axis.parallel(Dim.of(LaneParts.LANES));
      List<Statement> body = new ArrayList<>();
      List<Statement> reduces = new ArrayList<>();
      leaves.forEach(leaf -> lane(leaf, loop, lane, body, reduces));
      reduces.add(0, new Statement.For(lane, Statement.Schedule.VECTOR, body));
      out.add(new Statement.Blocks(loop.axis, lane, Scalar.whole(LaneParts.LANES), reduces));
    }
  }

  private boolean isVectorisable(Leaf leaf, Loop loop) {
    return settled.containsAll(checks(leaf)) && Folds.isStraight(leaf, loop);
  }

  /** Sums are taken block by block; periodic functions look at a block's arguments first. */
  private static boolean needsBlocks(Leaf leaf, Loop loop) {
    return Folds.isFold(leaf, loop) || Folds.calls(leaf.nest.body(), Primitive::isPeriodic);
  }

  private List<Statement> lanes(List<Leaf> leaves) {
    List<Statement> body = new ArrayList<>();
    leaves.forEach(leaf -> leaf(leaf, body));
    return body;
  }

  /** A leaf in a block's lanes; the terms of sums and products go to memory, to be reduced. */
  private void lane(
      Leaf leaf, Loop loop, Axis lane, List<Statement> body, List<Statement> reduces) {
    if (!Folds.isFold(leaf, loop)) {
      leaf(leaf, body);
      return;
    }
    Buffer terms = lanesOf("terms", leaf.nest.target().dtype());
    List<Scalar> at = List.of(Scalar.at(lane));
    Scalar term = names(leaf).apply(leaf.nest.body());
    body.add(new Statement.Store(terms, at, Combine.SET, term));
    List<Scalar.Read> factors = List.of(new Scalar.Read(terms, at));
    reduces.add(new Statement.Reduce(total(leaf), leaf.nest.combine(), lane, factors));
  }

  private Buffer kept(Buffer register, Map<Buffer, Buffer> crossing) {
    return crossing.computeIfAbsent(register, key -> lanesOf(key.name(), key.dtype()));
  }

  private Buffer lanesOf(String name, DType dtype) {
    TensorType type = TensorType.of(dtype, Dim.of(LaneParts.LANES));
    return new Buffer(name + temporaries++, type, Buffer.Role.TEMPORARY);
  }

  /** A loop around others, part by part over blocks of it. */
  private void inParts(Loop loop, List<Statement> out) {
    Axis lane = Axis.parallel(Dim.of(LaneParts.LANES));
    LaneParts parts = new LaneParts(loop, storage);
    Map<Buffer, Buffer> crossing = new HashMap<>();
    List<Scalar> at = List.of(Scalar.at(lane));
    List<Statement> body = new ArrayList<>();
    for (LaneParts.Part part : parts.parts()) {
      List<Statement> statements = new ArrayList<>();
      for (Buffer register : part.reads()) {
        Scalar last = new Scalar.Read(kept(register, crossing), at);
        statements.add(new Statement.Define(register, last));
      }
      List<Statement> reduces = new ArrayList<>();
      if (part.isVector()) {
        part.items().forEach(item -> lane((Leaf) item, loop, lane, statements, reduces));
      } else {
        statements.addAll(block(part.items()));
      }
      for (Buffer register : part.writes()) {
        Scalar value = new Scalar.Read(register, List.of());
        statements.add(new Statement.Store(kept(register, crossing), at, Combine.SET, value));
      }
      body.add(
          new Statement.For(
              lane,
              part.isVector() ? Statement.Schedule.VECTOR : Statement.Schedule.SERIAL,
              statements));
      body.addAll(reduces);
    }
    out.add(new Statement.Blocks(loop.axis, lane, parts.size(), body));
  }

  /** A register for a reduction, so that it need not go through memory; F64 for sums of F32. */
  private Buffer total(Leaf leaf, List<Statement> out) {
    DType dtype = leaf.nest.target().dtype();
    boolean wide = dtype == DType.F32 && Folds.isSumOrProduct(leaf.nest);
    TensorType type = TensorType.scalar(wide ? DType.F64 : dtype);
    Buffer register = new Buffer("a" + temporaries++, type, Buffer.Role.TEMPORARY);
    out.add(new Statement.Define(register, Identities.of(leaf.nest.combine(), type.dtype())));
    return register;
  }

  /** The register that a reduction combines into. */
  private Buffer total(Leaf leaf) {
    Buffer total = totals.get(leaf);
    return total != null ? total : storage.place(leaf.nest.target()).buffer();
  }

  private void finish(Leaf leaf, List<Statement> out) {
    Storage.Place place = storage.place(leaf.nest.target());
    Scalar total = new Scalar.Read(total(leaf), List.of());
    Scalar value = Scalar.cast(leaf.nest.target().dtype(), total);
    if (isRegister(place.buffer())) {
      out.add(new Statement.Define(place.buffer(), value));
      defined.add(place.buffer());
    } else {
      List<Scalar> at = names(leaf).all(place.at(leaf.nest.at()));
      out.add(new Statement.Store(place.buffer(), at, Combine.SET, value));
    }
  }

  private boolean isMemory(Leaf leaf) {
    return !isRegister(storage.place(leaf.nest.target()).buffer());
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
    Scalar identity = Identities.of(leaf.nest.combine(), leaf.nest.target().dtype());
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

  static boolean isRegister(Buffer buffer) {
    return buffer.rank() == 0 && buffer.role() == Buffer.Role.TEMPORARY;
  }

  private List<Check> checks(Leaf leaf) {
    return names(leaf).checks(leaf.nest.checks());
  }

  private void leaf(Leaf leaf, List<Statement> out) {
    for (Check check : checks(leaf)) {
      if (!settled.contains(check)) {
        out.add(new Statement.Require(check));
      }
    }
    Scalar value = names(leaf).apply(leaf.nest.body());
    Buffer total = totals.get(leaf);
    Buffer place = storage.place(leaf.nest.target()).buffer();
    if (total != null) {
      Scalar wide = Scalar.cast(total.dtype(), value);
      out.add(new Statement.Store(total, List.of(), leaf.nest.combine(), wide));
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

  private Scalar scalar(Buffer buffer) {
    Literal constant = constants.get(buffer);
    return constant != null ? new Scalar.Immediate(constant) : new Scalar.Read(buffer, List.of());
  }

  private static Statement mark(Mark mark) {
    if (mark instanceof Grow) {
      Grow grow = (Grow) mark;
      return new Statement.Grow(grow.tape(), grow.value(), grow.site());
    }
    return new Statement.Leave(mark.value());
  }

  private void sequence(Sequence item, List<Statement> out) {
    List<Buffer> registers = new ArrayList<>();
    List<Scalar> values = new ArrayList<>();
    List<Statement.Copy> copies = new ArrayList<>();
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
    body.addAll(ParallelCopies.inOrder(copies));
    if (!registers.isEmpty()) {
      body.add(new Statement.Assign(registers, values));
    }
    out.add(
        item.loop().isChoice()
            ? new Statement.If(item.loop().trips(), body)
            : new Statement.Times(
                item.loop().index(), item.loop().trips(), Statement.Schedule.SERIAL, body));
    out.addAll(results);
  }
}
