package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Le.le;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** The smaller of {@code x} and {@code y}; see {@link Extremum}. */
public final class Minimum extends Extremum {
  public static final Minimum OP = new Minimum();

  private Minimum() {
    super("minimum");
  }

  public static Node minimum(Node x, Node y) {
    return x.builder().apply(OP, Attrs.NONE, List.of(x, y));
  }

  public static Pattern minimum(Pattern x, Pattern y) {
    return Pattern.call(OP, x, y);
  }

  @Override
  protected double evaluate(double[] x, Attrs attrs) {
    return Math.min(x[0], x[1]);
  }

  @Override
  protected long evaluate(long[] x, Attrs attrs) {
    return Math.min(x[0], x[1]);
  }

  @Override
  Node reaches(Node own, Node other) {
    return le(own, other);
  }

  @Override
  protected Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return Scalar.of(Primitive.MINIMUM, x.get(0), x.get(1));
  }

  @Override
  public List<Rule> rules() {
    return List.of(Rule.canonicalize("minimum-same").from(minimum(X, X)).to(X).accuracy(EXACT));
  }
}
