package org.croton.processor.ops.elementwise;

import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Variables.ONE;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.CrotonException;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Elementwise;
import org.croton.processor.op.Lowering;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * {@code x} where there was something to choose {@code x} from: the second argument, BOOL, says so.
 * Where it is false the run fails.
 */
public final class Require extends Elementwise {
  public static final Require OP = new Require();

  private static final String FAILURE = "no elements to choose from [empty-reduction]";

  private Require() {
    super("require");
  }

  public static Node require(Node x, Node condition) {
    return x.builder().apply(OP, Attrs.NONE, List.of(x, condition));
  }

  @Override
  protected DType resultDtype(List<DType> arguments, Attrs attrs) {
    if (arguments.get(1) != DType.BOOL) {
      throw new TypeMismatch(
          "dtype-unsupported", "the condition of require is BOOL, not " + arguments.get(1));
    }
    return arguments.get(0);
  }

  @Override
  protected double evaluate(double[] x, Attrs attrs) {
    if (x[1] == 0) {
      throw new CrotonException(FAILURE);
    }
    return x[0];
  }

  @Override
  protected long evaluate(long[] x, Attrs attrs) {
    if (x[1] == 0) {
      throw new CrotonException(FAILURE);
    }
    return x[0];
  }

  @Override
  protected @Nullable Node derivative(int argument, List<Node> x, Node y) {
    return argument == 0 ? like(y, 1) : null;
  }

  @Override
  protected Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return x.get(0);
  }

  @Override
  protected List<Check> checks(Apply apply, List<Scalar> x, Lowering lowering) {
    return List.of(new Check(x.get(1), lowering.site(), List.of()));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("require-true").from(Pattern.call(OP, X, ONE)).to(X).accuracy(EXACT));
  }
}
