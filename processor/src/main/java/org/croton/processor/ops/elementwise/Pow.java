package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Eq.eq;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Where.where;

import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Binary;
import org.croton.processor.rule.Pattern;

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
}
