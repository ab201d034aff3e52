package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Not.not;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Variables.C;
import static org.croton.processor.rule.Variables.ONE;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.Y;
import static org.croton.processor.rule.Variables.Z;
import static org.croton.processor.rule.Variables.ZERO;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Scalar;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * {@code x} where the condition holds, {@code y} elsewhere. Cotangents are masked, not multiplied:
 * the side that is not chosen gets 0 even if its derivative is infinite.
 */
public final class Where extends Choice {
  public static final Where OP = new Where();

  private Where() {
    super("where", Accepts.ALL);
  }

  public static Node where(Node condition, Node x, Node y) {
    return x.builder().apply(OP, Attrs.NONE, List.of(condition, x, y));
  }

  public static Pattern where(Pattern condition, Pattern x, Pattern y) {
    return Pattern.call(OP, condition, x, y);
  }

  @Override
  protected DType resultDtype(List<DType> arguments, Attrs attrs) {
    if (arguments.get(0) != DType.BOOL) {
      throw new TypeMismatch(
          "dtype-unsupported", "the condition of where is BOOL, not " + arguments.get(0));
    }
    return super.resultDtype(arguments.subList(1, 3), attrs);
  }

  @Override
  protected double evaluate(double[] x, Attrs attrs) {
    return x[0] != 0 ? x[1] : x[2];
  }

  @Override
  protected long evaluate(long[] x, Attrs attrs) {
    return x[0] != 0 ? x[1] : x[2];
  }

  @Override
  @Nullable Node share(int argument, List<Node> x, Node flow) {
    Node nothing = like(flow, 0);
    switch (argument) {
      case 1:
        return where(x.get(0), flow, nothing);
      case 2:
        return where(x.get(0), nothing, flow);
      default:
        return null;
    }
  }

  @Override
  protected Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    return Scalar.select(x.get(0), x.get(1), x.get(2));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("where-true").from(where(ONE, X, Y)).to(X).accuracy(EXACT),
        Rule.canonicalize("where-false").from(where(ZERO, X, Y)).to(Y).accuracy(EXACT),
        Rule.canonicalize("where-same").from(where(C, X, X)).to(X).accuracy(EXACT),
        Rule.canonicalize("where-not").from(where(not(C), X, Y)).to(where(C, Y, X)).accuracy(EXACT),
        Rule.canonicalize("where-where")
            .from(where(C, where(C, X, Y), Z))
            .to(where(C, X, Z))
            .accuracy(EXACT),
        Rule.canonicalize("where-else-where")
            .from(where(C, X, where(C, Y, Z)))
            .to(where(C, X, Z))
            .accuracy(EXACT),
        // A cotangent that is masked must not meet the infinite slope of what was not chosen.
        Rule.stabilize("masked-times")
            .from(mul(where(C, X, ZERO), Y))
            .to(where(C, mul(X, Y), ZERO))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("masked-else-times")
            .from(mul(where(C, ZERO, X), Y))
            .to(where(C, ZERO, mul(X, Y)))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("masked-over")
            .from(div(where(C, X, ZERO), Y))
            .to(where(C, div(X, Y), ZERO))
            .accuracy(CLOSER_TO_TRUTH),
        Rule.stabilize("masked-else-over")
            .from(div(where(C, ZERO, X), Y))
            .to(where(C, ZERO, div(X, Y)))
            .accuracy(CLOSER_TO_TRUTH));
  }
}
