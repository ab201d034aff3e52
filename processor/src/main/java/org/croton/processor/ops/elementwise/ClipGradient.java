package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Maximum.maximum;
import static org.croton.processor.ops.elementwise.Minimum.minimum;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Pattern.call;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.Y;
import static org.croton.processor.rule.Variables.Z;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Arithmetic;
import org.croton.processor.op.Pullback;
import org.croton.processor.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * {@code x}, but in reverse mode the cotangent that passes is clipped to the range from {@code low}
 * to {@code high}, which are scalars. Forward mode is not clipped: tangents pass unchanged.
 */
public final class ClipGradient extends Arithmetic {
  public static final ClipGradient OP = new ClipGradient();

  private ClipGradient() {
    super("clipGradient", Accepts.FLOATING);
  }

  public static Node clipGradient(Node x, Node low, Node high) {
    return x.builder().apply(OP, Attrs.NONE, List.of(x, low, high));
  }

  @Override
  protected double evaluate(double[] x, Attrs attrs) {
    return x[0];
  }

  @Override
  protected @Nullable Node derivative(int argument, List<Node> x, Node y) {
    return argument == 0 ? like(y, 1) : null;
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    Node low = apply.argument(1);
    Node high = apply.argument(2);
    pullback.accumulate(0, minimum(maximum(pullback.cotangent(), low), high));
  }

  @Override
  protected Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return x.get(0);
  }

  @Override
  public List<Rule> rules() {
    return List.of(Rule.erase("clip-gradient").from(call(OP, X, Y, Z)).to(X).accuracy(EXACT));
  }
}
