package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.op.RowMajor;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/** An entry of a tape that was recorded: arguments are the tape and the index. */
public final class TapeRecall extends OpDef {
  public static final TapeRecall OP = new TapeRecall();

  private TapeRecall() {
    super("recall");
  }

  static Node recall(Node tape, Node index) {
    return tape.builder().apply(OP, Attrs.NONE, List.of(tape, index));
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    TensorType tape = arguments.get(0).tensor();
    LoopTypes.require(TapeStart.isTape(tape), "a tape");
    LoopTypes.requireNumber(arguments.get(1), "an index");
    return List.of(TapeStart.entry(tape));
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Literal tape = arguments.get(0);
    int[] shape = Arrays.copyOfRange(tape.shape(), 1, tape.rank());
    int offset = Math.toIntExact(arguments.get(1).integer(0)) * Literal.count(shape);
    return List.of(RowMajor.pick(tape, shape, flat -> offset + flat));
  }

  /** Throws {@link TypeMismatch} {@code loop-tape}: an adjoint of a tape is not made. */
  @Override
  public void pullback(Apply apply, Pullback pullback) {
    throw TapeRecord.refused();
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node tape = pushforward.tangent(0);
    return Collections.singletonList(tape == null ? null : recall(tape, apply.argument(1)));
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    List<Axis> axes = Lowering.axes(apply.tensor().shape());
    List<Scalar> at = new ArrayList<>(List.of(lowering.scalar(1)));
    at.addAll(Lowering.positions(axes));
    lowering.emit(Nest.map(axes, lowering.result(), lowering.read(0, at)));
  }
}
