package org.croton.processor.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.ir.Literal;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Leave;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.croton.processor.lower.LoweredGraph;
import org.croton.processor.op.RowMajor;
import org.croton.processor.type.Shape;

/**
 * Runs lowered graphs element by element. Every access is tested to be in bounds, and elements that
 * no nest wrote are noticed.
 */
final class StepRun {
  /** A check of the program did not hold. */
  static final class CheckFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    CheckFailed(List<Long> facts) {
      super("check failed: " + facts);
    }
  }

  /** Memory of a buffer, and which of its elements have a value. */
  private record Memory(DType dtype, int[] shape, double[] reals, long[] integers, boolean[] set) {
    static Memory blank(DType dtype, int[] shape) {
      int count = Literal.count(shape);
      return new Memory(dtype, shape, new double[count], new long[count], new boolean[count]);
    }

    static Memory of(Literal value) {
      Memory memory = blank(value.dtype(), value.shape());
      for (int i = 0; i < value.count(); i++) {
        memory.write(i, new Value(value.dtype(), value.real(i), value.integer(i)));
      }
      return memory;
    }

    Memory copy() {
      return new Memory(dtype, shape, reals.clone(), integers.clone(), set.clone());
    }

    void write(int position, Value value) {
      reals[position] = value.real();
      integers[position] = value.integer();
      set[position] = true;
    }

    Value read(int position) {
      if (!set[position]) {
        throw new AssertionError("element " + position + " is read before it is written");
      }
      return new Value(dtype, reals[position], integers[position]);
    }

    Literal literal() {
      for (int i = 0; i < set.length; i++) {
        read(i);
      }
      return dtype.isFloating()
          ? Literal.reals(dtype, shape, reals.clone())
          : Literal.integers(dtype, shape, integers.clone());
    }
  }

  private final Map<Buffer, Memory> memories = new IdentityHashMap<>();
  private final Map<Axis, Long> positions = new IdentityHashMap<>();
  private final Map<String, Long> sizes;

  private StepRun(Map<String, Long> sizes) {
    this.sizes = sizes;
  }

  static List<Literal> run(LoweredGraph lowered, List<Literal> inputs, Map<String, Long> sizes) {
    StepRun run = new StepRun(new HashMap<>(sizes));
    for (int i = 0; i < inputs.size(); i++) {
      run.memories.put(lowered.inputs().get(i), Memory.of(inputs.get(i)));
    }
    lowered.constants().forEach((buffer, value) -> run.memories.put(buffer, Memory.of(value)));
    run.steps(lowered.steps());
    return lowered.outputs().stream().map(out -> run.memory(out).literal()).toList();
  }

  private Memory memory(Buffer buffer) {
    return memories.computeIfAbsent(buffer, key -> Memory.blank(key.dtype(), extents(key.shape())));
  }

  private int[] extents(Shape shape) {
    return shape.dims().stream().mapToInt(dim -> (int) dim.evaluate(sizes::get)).toArray();
  }

  /** False if a loop was left. */
  private boolean steps(List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Nest) {
        nest((Nest) step);
      } else if (step instanceof Iterate) {
        iterate((Iterate) step);
      } else if (step instanceof Leave && eval(((Leave) step).value()).integer() == 0) {
        return false;
      }
    }
    return true;
  }

  private void iterate(Iterate loop) {
    for (Iterate.Carry carry : loop.carries()) {
      memories.put(carry.current(), memory(carry.initial()).copy());
    }
    long trips = eval(loop.trips()).integer();
    for (long i = 0; i < trips; i++) {
      memories.put(loop.index(), Memory.of(Literal.scalar(DType.I64, i)));
      if (!steps(loop.body())) {
        break;
      }
      List<Memory> next = new ArrayList<>();
      loop.carries().forEach(carry -> next.add(memory(carry.next()).copy()));
      for (int c = 0; c < next.size(); c++) {
        memories.put(loop.carries().get(c).current(), next.get(c));
      }
    }
    loop.carries().forEach(carry -> memories.put(carry.result(), memory(carry.current()).copy()));
  }

  private void nest(Nest nest) {
    Buffer base = nest.base();
    Memory target =
        base != null
            ? memory(base).copy()
            : Memory.blank(nest.target().dtype(), extents(nest.target().shape()));
    if (base == null && nest.combine() != Combine.SET) {
      for (int i = 0; i < target.set().length; i++) {
        target.write(i, Value.identity(nest.combine(), target.dtype()));
      }
    }
    int[] extents =
        nest.axes().stream().mapToInt(axis -> (int) axis.extent().evaluate(sizes::get)).toArray();
    int count = Literal.count(extents);
    for (int step = 0; step < count; step++) {
      int[] index = RowMajor.index(step, extents);
      for (int axis = 0; axis < index.length; axis++) {
        positions.put(nest.axes().get(axis), (long) index[axis]);
      }
      nest.checks().forEach(this::check);
      int at = address(nest.at(), target.shape());
      Value value = eval(nest.body());
      target.write(
          at,
          nest.combine() == Combine.SET ? value : target.read(at).combine(nest.combine(), value));
    }
    memories.put(nest.target(), target);
  }

  private void check(Check check) {
    if (eval(check.condition()).integer() == 0) {
      throw new CheckFailed(check.facts().stream().map(fact -> eval(fact).integer()).toList());
    }
  }

  private int address(List<Scalar> at, int[] shape) {
    int[] index = at.stream().mapToInt(scalar -> (int) eval(scalar).integer()).toArray();
    for (int axis = 0; axis < index.length; axis++) {
      if (index[axis] < 0 || index[axis] >= shape[axis]) {
        throw new AssertionError(
            "access " + Arrays.toString(index) + " of " + Arrays.toString(shape));
      }
    }
    return RowMajor.flat(index, shape);
  }

  private Value eval(Scalar scalar) {
    if (scalar instanceof Scalar.Immediate) {
      Literal value = ((Scalar.Immediate) scalar).value();
      return new Value(value.dtype(), value.real(0), value.integer(0));
    }
    if (scalar instanceof Scalar.Position) {
      return Value.of(DType.I64, positions.get(((Scalar.Position) scalar).axis()));
    }
    if (scalar instanceof Scalar.Extent) {
      return Value.of(DType.I64, ((Scalar.Extent) scalar).dim().evaluate(sizes::get));
    }
    if (scalar instanceof Scalar.Read) {
      Scalar.Read read = (Scalar.Read) scalar;
      Memory memory = memory(read.buffer());
      return memory.read(address(read.at(), memory.shape()));
    }
    return PrimitiveMeaning.of((Scalar.Compute) scalar, this::eval);
  }
}
