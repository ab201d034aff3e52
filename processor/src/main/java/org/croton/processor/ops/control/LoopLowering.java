package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Leave;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.croton.processor.op.Lowering;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/** A sequential loop as a step: bodies over the buffers of what is carried. */
final class LoopLowering {
  private final Cycle cycle;
  private final Lowering lowering;
  private final List<Step> steps = new ArrayList<>();
  private final List<Iterate.Carry> carries = new ArrayList<>();

  private LoopLowering(Cycle cycle, Lowering lowering) {
    this.cycle = cycle;
    this.lowering = lowering;
  }

  static void counted(Cycle cycle, Lowering lowering) {
    new LoopLowering(cycle, lowering).emit(null, lowering.scalar(0));
  }

  /** As a counted loop without an end, which is left before the body where the condition fails. */
  static void conditional(Cycle cycle, Lowering lowering) {
    LoopLowering loop = new LoopLowering(cycle, lowering);
    Lowering.Body condition = lowering.body(cycle.apply().regions().get(0), loop.inputs());
    loop.steps.addAll(condition.steps());
    loop.steps.add(new Leave(new Scalar.Read(condition.results().get(0), List.of())));
    loop.emit(condition.parameters(), Scalar.whole(Long.MAX_VALUE));
  }

  private List<@Nullable Buffer> inputs() {
    List<@Nullable Buffer> bound = new ArrayList<>(Collections.nCopies(1 + cycle.carries(), null));
    for (int i = 1 + cycle.carries(); i <= cycle.inputs(); i++) {
      bound.add(lowering.argument(cycle.argument(i)));
    }
    return bound;
  }

  private void emit(@Nullable List<Buffer> inputs, Scalar trips) {
    Lowering.Body body = lowering.body(cycle.body(), inputs != null ? inputs : inputs());
    steps.addAll(body.steps());
    for (int i = 1; i <= cycle.carries(); i++) {
      Buffer initial = lowering.argument(cycle.argument(i));
      carries.add(
          new Iterate.Carry(
              place(cycle.outer(i), initial, lowering::emit),
              body.parameters().get(i),
              place(cycle.next(i), body.results().get(i - 1), steps::add),
              lowering.result(i - 1)));
    }
    Buffer index = body.parameters().get(0);
    if (!cycle.isCounted()) {
      carries.add(rounds(index));
    }
    lowering.emit(new Iterate(index, trips, carries, steps));
  }

  /** The number of iterations so far, which is a result. */
  private Iterate.Carry rounds(Buffer index) {
    TensorType type = LoopTypes.NUMBER;
    Buffer none = lowering.temporary(type);
    Buffer next = lowering.temporary(type);
    Scalar one = Scalar.add(new Scalar.Read(index, List.of()), Scalar.whole(1));
    lowering.emit(Nest.map(List.of(), none, Scalar.whole(0)));
    steps.add(Nest.map(List.of(), next, one));
    Buffer current = lowering.temporary(type);
    return new Iterate.Carry(none, current, next, lowering.result(cycle.carries()));
  }

  /** Where a carried value is found; a scalar constant, which has no place, gets one. */
  private Buffer place(Node value, Buffer buffer, Consumer<Step> before) {
    if (!(value instanceof Constant) || !value.tensor().isScalar()) {
      return buffer;
    }
    Buffer place = lowering.temporary(value.tensor());
    Scalar known = new Scalar.Immediate(((Constant) value).value());
    before.accept(Nest.map(List.of(), place, known));
    return place;
  }
}
