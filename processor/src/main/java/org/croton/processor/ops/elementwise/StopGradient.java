package org.croton.processor.ops.elementwise;

import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Unary;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.jspecify.annotations.Nullable;

/** {@code x}, as a constant of every derivative. */
public final class StopGradient extends Unary {
  public static final StopGradient OP = new StopGradient();

  private StopGradient() {
    super("stopGradient", Accepts.ALL);
  }

  public static Node stopGradient(Node x) {
    return OP.of(x);
  }

  public static Pattern stopGradient(Pattern x) {
    return OP.of(x);
  }

  @Override
  protected double evaluate(double x) {
    return x;
  }

  @Override
  protected long evaluate(long x) {
    return x;
  }

  @Override
  protected @Nullable Node derivative(Node x, Node y) {
    return null;
  }

  @Override
  protected Scalar lower(Scalar x) {
    return x;
  }

  @Override
  public List<Rule> rules() {
    return List.of(Rule.erase("stop-gradient").from(stopGradient(X)).to(X).accuracy(EXACT));
  }
}
