package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * A sequential loop. Its arguments are the number of iterations (an I64 scalar; none if it is not
 * positive), the carried values before the first iteration, and invariants. Its region takes the
 * iteration's number (I64, from 0), the carried values and the invariants, and gives the next
 * carried values. Its results are the carried values after the last iteration.
 *
 * <p>{@link LoopDraft} puts loops together.
 */
public final class Loop extends OpDef {
  public static final Loop OP = new Loop();

  private Loop() {
    super("loop");
  }

  /** Throws {@link TypeMismatch} {@code loop-carry} if a carried value changes its type. */
  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    int carries = ((LoopAttrs) attrs).carries();
    LoopTypes.require(regions.size() == 1, "one region");
    LoopTypes.require(carries > 0 && !arguments.isEmpty(), "a carried value");
    LoopTypes.requireNumber(arguments.get(0), "the number of iterations");
    List<Node> inputs = arguments.subList(1, arguments.size());
    return LoopTypes.carried(carries, inputs, regions.get(0));
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Cycle cycle = new Cycle(apply);
    long trips = arguments.get(0).integer(0);
    List<Literal> values = new ArrayList<>(arguments);
    for (long i = 0; i < trips; i++) {
      values.set(0, Literal.scalar(DType.I64, i));
      List<Literal> next = evaluation.run(cycle.body(), values);
      for (int carry = 0; carry < next.size(); carry++) {
        values.set(1 + carry, next.get(carry));
      }
    }
    return values.subList(1, 1 + cycle.carries());
  }

  /** A loop that walks back, over the values that this one saves; see {@link LoopPullback}. */
  @Override
  public void pullback(Apply apply, Pullback pullback) {
    LoopPullback.emit(new Cycle(apply), pullback);
  }

  /** The same loop with tangents carried along. */
  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    return LoopPushforward.tangents(new Cycle(apply), pushforward);
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    LoopLowering.counted(new Cycle(apply), lowering);
  }
}
