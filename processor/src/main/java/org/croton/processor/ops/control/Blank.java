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
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * An array for a loop to fill: whoever makes one writes every element before it is read. Its
 * reference meaning is zeros; lowered, it is memory and no work.
 */
public final class Blank extends OpDef {
  public static final Blank OP = new Blank();

  private Blank() {
    super("blank");
  }

  public static Node blank(GraphBuilder builder, TensorType type) {
    return builder.apply(OP, new BlankAttrs(type.dtype(), type.shape()), List.of());
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    BlankAttrs blank = (BlankAttrs) attrs;
    return List.of(new TensorType(blank.dtype(), blank.shape()));
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    int[] sizes = evaluation.sizes(apply.tensor().shape());
    int count = Literal.count(sizes);
    return List.of(
        apply.tensor().dtype().isFloating()
            ? Literal.reals(apply.tensor().dtype(), sizes, new double[count])
            : Literal.integers(apply.tensor().dtype(), sizes, new long[count]));
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
