package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Eq.eq;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sqrt.sqrt;
import static org.croton.processor.ops.elementwise.Square.square;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Accuracy.REASSOCIATES;
import static org.croton.processor.rule.Pattern.constant;
import static org.croton.processor.rule.Pattern.made;
import static org.croton.processor.rule.Pattern.number;
import static org.croton.processor.rule.Variables.HALF;
import static org.croton.processor.rule.Variables.ONE;
import static org.croton.processor.rule.Variables.TWO;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.ZERO;

import java.util.List;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Binary;
import org.croton.processor.ops.NonNegative;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/**
 * {@code x^y}, as C and NumPy define it: {@code pow(1, y)} and {@code pow(x, 0)} are 1 even for
 * NaN. The derivative with respect to {@code y} at {@code x = 0} is 0; below 0 it is NaN.
 */
public final class Pow extends Binary {
  public static final Pow OP = new Pow();

  private Pow() {
    super("pow", Accepts.FLOATING, Primitive.POW);
  }

  public static Node pow(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern pow(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected double evaluate(double x, double y) {
    // Math.pow gives NaN for these two.
    if (x == 1 || (x == -1 && Double.isInfinite(y))) {
      return 1;
    }
    return Math.pow(x, y);
  }

  @Override
  protected Node derivativeX(Node x, Node y, Node r) {
    if (y instanceof Constant && y.tensor().isScalar()) {
      double exponent = ((Constant) y).value().real(0);
      return exponent == 0 ? like(r, 0) : mul(y, pow(x, like(r, exponent - 1)));
    }
    // 0 * x^0 instead of 0 * x^-1, which is NaN at 0.
    Node lower = where(eq(y, like(y, 0)), like(y, 1), sub(y, like(y, 1)));
    return mul(y, pow(x, lower));
  }

  @Override
  protected Node derivativeY(Node x, Node y, Node r) {
    Node zero = eq(x, like(x, 0));
    Node logarithm = log(where(zero, like(x, 1), x));
    return where(zero, like(r, 0), mul(r, logarithm));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("pow-zero").from(pow(X, ZERO)).to(ONE).accuracy(EXACT),
        Rule.canonicalize("pow-one").from(pow(X, ONE)).to(X).accuracy(EXACT),
        Rule.canonicalize("pow-two").from(pow(X, TWO)).to(square(X)).accuracy(REASSOCIATES),
        Rule.canonicalize("pow-minus-one")
            .from(pow(X, number(-1)))
            .to(div(ONE, X))
            .accuracy(REASSOCIATES),
        // Below zero the two differ: (-infinity)^0.5 is infinity, its square root NaN.
        Rule.specialize("pow-half")
            .from(pow(X, HALF))
            .to(sqrt(X))
            .accuracy(REASSOCIATES)
            .where(NonNegative.guard("x")),
        Rule.specialize("pow-integer")
            .from(pow(X, constant("n")))
            .to(made("x^n by repeated squaring", IntegerPower::build))
            .accuracy(REASSOCIATES)
            .where(IntegerPower.SMALL_EXPONENT));
  }
}
