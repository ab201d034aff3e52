package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Accuracy.REASSOCIATES;
import static org.croton.processor.rule.Pattern.constant;
import static org.croton.processor.rule.Variables.ONE;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.Y;
import static org.croton.processor.rule.Variables.Z;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Binary;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** {@code x / y}. */
public final class Div extends Binary {
  public static final Div OP = new Div();

  private Div() {
    super("div", Accepts.FLOATING, Primitive.DIV);
  }

  public static Node div(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern div(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected double evaluate(double x, double y) {
    return x / y;
  }

  @Override
  protected Node derivativeX(Node x, Node y, Node r) {
    return div(like(r, 1), y);
  }

  @Override
  protected Node derivativeY(Node x, Node y, Node r) {
    return neg(div(r, y));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("div-one").from(div(X, ONE)).to(X).accuracy(EXACT),
        Rule.canonicalize("div-negated").from(div(neg(X), Y)).to(neg(div(X, Y))).accuracy(EXACT),
        Rule.canonicalize("div-by-negated").from(div(X, neg(Y))).to(neg(div(X, Y))).accuracy(EXACT),
        Rule.canonicalize("div-by-power-of-two")
            .from(div(X, constant("c")))
            .to(mul(X, div(ONE, constant("c"))))
            .accuracy(EXACT)
            .where(Guard.constant("c", "is a power of two", ConstantGuards::isPowerOfTwo)),
        Rule.canonicalize("div-of-scaled")
            .from(div(mul(X, constant("c")), constant("d")))
            .to(mul(X, div(constant("c"), constant("d"))))
            .accuracy(REASSOCIATES)
            .where(ConstantGuards.combine("c/d", (c, d) -> c / d)),
        Rule.specialize("div-twice")
            .from(div(div(X, Y), Z))
            .to(div(X, mul(Y, Z)))
            .accuracy(REASSOCIATES),
        Rule.specialize("div-by-exp")
            .from(div(X, exp(Y)))
            .to(mul(X, exp(neg(Y))))
            .accuracy(REASSOCIATES));
  }
}
