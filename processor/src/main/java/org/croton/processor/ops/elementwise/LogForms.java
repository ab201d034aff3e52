package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Abs.abs;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Expm1.expm1;
import static org.croton.processor.ops.elementwise.Gt.gt;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Log1p.log1p;
import static org.croton.processor.ops.elementwise.Lt.lt;
import static org.croton.processor.ops.elementwise.Ne.ne;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Or.or;
import static org.croton.processor.ops.elementwise.Softplus.softplus;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.rule.Pattern.number;
import static org.croton.processor.rule.Variables.ONE;
import static org.croton.processor.rule.Variables.ZERO;

import org.croton.processor.ir.Node;
import org.croton.processor.rule.Pattern;

/**
 * Logarithms of sums and differences of exponentials, written so that nothing overflows or cancels.
 * All are smooth wherever the function is, so that derivatives of every order are right too; no
 * rule matches a part of them.
 */
final class LogForms {
  /** Past this, {@code log(e^x - 1)} is {@code x} in both floating dtypes. */
  private static final double EXPM1_IS_EXP = 40;

  private LogForms() {}

  /** {@code log(1 - e^x)}; NaN for positive x. Split at -log 2 (Maechler, 2012). */
  static Pattern log1mexp(Pattern x) {
    Pattern near = gt(x, number(-Math.log(2)));
    return add(log(where(near, neg(expm1(x)), ONE)), log1p(where(near, ZERO, neg(exp(x)))));
  }

  /** {@code log(e^x - 1)}; NaN for negative x. */
  static Pattern logExpm1(Pattern x) {
    Pattern far = gt(x, number(EXPM1_IS_EXP));
    return add(log(where(far, ONE, expm1(x))), where(far, x, ZERO));
  }

  /** {@code log(e^x + e^y)}: the larger one plus softplus of the other's distance below it. */
  static Node logaddexp(Node x, Node y) {
    Node greater = gt(x, y);
    Node high = where(greater, x, y);
    Node low = where(greater, y, x);
    Node infinity = y.builder().constant(y.tensor().dtype(), Double.POSITIVE_INFINITY);
    Node zero = y.builder().constant(y.tensor().dtype(), 0.0);
    // Equal infinities have no difference; it counts as 0.
    Node differ = or(ne(x, y), lt(abs(y), infinity));
    return add(high, softplus(where(differ, sub(low, high), zero)));
  }
}
