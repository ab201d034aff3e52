package org.croton.processor.ops.control;

import java.util.Collections;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * A tape without entries: an array whose first dim is endless. {@link TapeRecord} adds entries in
 * order, {@link TapeRecall} reads them. Its memory belongs to the call and grows with the entries.
 */
public final class TapeStart extends OpDef {
  public static final TapeStart OP = new TapeStart();

  private TapeStart() {
    super("tape");
  }

  /**
   * @param number tells tapes of different loops apart
   */
  static Node start(GraphBuilder builder, TensorType entry, int number) {
    Shape shape = entry.shape().with(0, Dim.endless(number));
    return builder.apply(OP, new BlankAttrs(entry.dtype(), shape), List.of());
  }

  static boolean isTape(Type type) {
    return type instanceof TensorType
        && ((TensorType) type).rank() > 0
        && ((TensorType) type).shape().dim(0).isEndless();
  }

  /** The type of a tape's entries. */
  static TensorType entry(TensorType tape) {
    return tape.withShape(new Shape(tape.shape().dims().subList(1, tape.rank())));
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    BlankAttrs blank = (BlankAttrs) attrs;
    TensorType type = new TensorType(blank.dtype(), blank.shape());
    LoopTypes.require(isTape(type), "a tape");
    return List.of(type);
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    int[] entry = evaluation.sizes(entry(apply.tensor()).shape());
    return List.of(TapeRecord.of(apply.tensor().dtype(), 0, entry));
  }

  /** Nothing to differentiate: it has no arguments. */
  @Override
  public void pullback(Apply apply, Pullback pullback) {}

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    return Collections.singletonList(null);
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {}
}
