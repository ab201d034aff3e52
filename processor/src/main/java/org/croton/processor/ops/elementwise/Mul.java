package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Square.square;
import static org.croton.processor.rule.Accuracy.CLOSER_TO_TRUTH;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Accuracy.REASSOCIATES;
import static org.croton.processor.rule.Pattern.constant;
import static org.croton.processor.rule.Pattern.number;
import static org.croton.processor.rule.Variables.A;
import static org.croton.processor.rule.Variables.B;
import static org.croton.processor.rule.Variables.ONE;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.Y;
import static org.croton.processor.rule.Variables.ZERO;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Binary;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** {@code x * y}; integers wrap. */
public final class Mul extends Binary {
  public static final Mul OP = new Mul();

  private Mul() {
    super("mul", Accepts.NUMBERS, Primitive.MUL);
  }

  public static Node mul(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern mul(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected double evaluate(double x, double y) {
    return x * y;
  }

  @Override
  protected long evaluate(long x, long y) {
    return x * y;
  }

  @Override
  protected Node derivativeX(Node x, Node y, Node r) {
    return y;
  }

  @Override
  protected Node derivativeY(Node x, Node y, Node r) {
    return x;
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("mul-one").from(mul(X, ONE)).to(X).accuracy(EXACT),
        Rule.canonicalize("mul-minus-one").from(mul(X, number(-1))).to(neg(X)).accuracy(EXACT),
        // Not for floating values: zero times infinity is NaN.
        Rule.canonicalize("mul-zero")
            .from(mul(X, ZERO))
            .to(ZERO)
            .accuracy(EXACT)
            .where(Guard.integer("x")),
        Rule.canonicalize("mul-negated").from(mul(neg(X), Y)).to(neg(mul(X, Y))).accuracy(EXACT),
        Rule.canonicalize("mul-same").from(mul(X, X)).to(square(X)).accuracy(EXACT),
        Rule.canonicalize("mul-two-constants")
            .from(mul(mul(X, constant("c")), constant("d")))
            .to(mul(X, mul(constant("c"), constant("d"))))
            .accuracy(REASSOCIATES)
            .where(ConstantGuards.combine("c*d", (c, d) -> c * d)),
        Rule.canonicalize("mul-two-scalars")
            .from(mul(A, mul(B, X)))
            .to(mul(mul(A, B), X))
            .accuracy(REASSOCIATES)
            .where(Guard.scalar("a"))
            .where(Guard.scalar("b"))
            .where(Guard.array("x")),
        Rule.canonicalize("mul-reciprocal")
            .from(mul(X, div(ONE, Y)))
            .to(div(X, Y))
            .accuracy(CLOSER_TO_TRUTH));
  }

  @Override
  public boolean isCommutative() {
    return true;
  }
}
