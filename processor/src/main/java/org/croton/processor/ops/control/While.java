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
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * A loop that runs as long as a condition holds. Its arguments are the carried values before the
 * first iteration and invariants. Both regions take the iteration's number (I64, from 0), the
 * carried values and the invariants: the first gives the condition, a BOOL scalar, which is
 * evaluated before each iteration; the second gives the next carried values. Its results are the
 * carried values when the condition first fails and the number of iterations, I64.
 *
 * <p>{@link LoopDraft} puts loops together.
 */
public final class While extends OpDef {
  public static final While OP = new While();

  private While() {
    super("while");
  }

  /** Throws {@link TypeMismatch} {@code loop-carry} if a carried value changes its type. */
  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    LoopTypes.require(regions.size() == 2, "a condition and a body");
    LoopTypes.requireParameters(arguments, regions.get(0));
    LoopTypes.require(regions.get(0).results().size() == 1, "one condition");
    LoopTypes.requireCondition(regions.get(0).results().get(0));
    int carries = ((LoopAttrs) attrs).carries();
    List<Type> results = new ArrayList<>(LoopTypes.carried(carries, arguments, regions.get(1)));
    results.add(TensorType.scalar(DType.I64));
    return results;
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Cycle cycle = new Cycle(apply);
    List<Literal> values = new ArrayList<>(arguments);
    values.add(0, Literal.scalar(DType.I64, 0L));
    while (evaluation.run(apply.regions().get(0), values).get(0).integer(0) != 0) {
      List<Literal> next = evaluation.run(cycle.body(), values);
      values.set(0, Literal.scalar(DType.I64, values.get(0).integer(0) + 1));
      for (int carry = 0; carry < next.size(); carry++) {
        values.set(1 + carry, next.get(carry));
      }
    }
    List<Literal> results = new ArrayList<>(values.subList(1, 1 + cycle.carries()));
    results.add(values.get(0));
    return results;
  }

  /** A counted loop that walks back as many iterations as there were; see {@link LoopPullback}. */
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
    LoopLowering.conditional(new Cycle(apply), lowering);
  }
}
