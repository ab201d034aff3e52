package org.croton.processor.rewrite;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Operator;
import org.croton.processor.op.DTypeAttrs;

/** What elementwise ops mean for real numbers. */
final class RealFunctions {
  private RealFunctions() {}

  static Real apply(Apply apply, List<Real> x) {
    switch (x.size()) {
      case 1:
        return unary(apply, x.get(0));
      case 2:
        return binary(apply.operator(), x.get(0), x.get(1));
      default:
        return apply.operator().name().equals("where")
            ? x.get(0).sign() != 0 ? x.get(1) : x.get(2)
            : x.get(0); // clipGradient
    }
  }

  private static Real unary(Apply apply, Real x) {
    switch (apply.operator().name()) {
      case "neg":
        return x.negate();
      case "abs":
        return x.isNumber() && x.sign() < 0 ? x.negate() : x;
      case "square":
        return x.times(x);
      case "sqrt":
        return x.sqrt();
      case "exp":
        return x.exp();
      case "expm1":
        return x.exp().minus(Real.ONE);
      case "log":
        return x.log();
      case "log1p":
        return x.plus(Real.ONE).log();
      case "sigmoid":
        return sigmoid(x);
      case "softplus":
        return x == Real.INFINITY ? x : x.exp().plus(Real.ONE).log();
      case "tanh":
        return sigmoid(x.plus(x)).minus(sigmoid(x.plus(x).negate()));
      case "sign":
        return !x.isNumber() || x.sign() == 0 ? x : x.sign() > 0 ? Real.ONE : Real.ONE.negate();
      case "not":
        return Real.of(x.sign() == 0);
      case "stopGradient":
        return x;
      case "cast":
        return cast(apply, x);
      default:
        throw new IllegalArgumentException("no reference for " + apply.operator());
    }
  }

  private static Real sigmoid(Real x) {
    return Real.ONE.over(x.negate().exp().plus(Real.ONE));
  }

  /** Casts to wider dtypes keep values; rules about others promise equality of bits. */
  private static Real cast(Apply apply, Real x) {
    if (!apply.attrs(DTypeAttrs.class).dtype().isFloating()) {
      throw new IllegalArgumentException("no reference for a cast to integers");
    }
    return x;
  }

  private static Real binary(Operator operator, Real x, Real y) {
    switch (operator.name()) {
      case "add":
        return x.plus(y);
      case "sub":
        return x.minus(y);
      case "mul":
        return x.times(y);
      case "div":
        return x.over(y);
      case "pow":
        return power(x, y);
      case "maximum":
        return combine(operator, x, y);
      case "minimum":
        return combine(operator, x, y);
      case "and":
        return Real.of(x.sign() != 0 && y.sign() != 0);
      case "or":
        return Real.of(x.sign() != 0 || y.sign() != 0);
      case "gt":
        return Real.of(y.less(x));
      case "lt":
        return Real.of(x.less(y));
      case "ge":
        return Real.of(y.less(x) || x.same(y));
      case "le":
        return Real.of(x.less(y) || x.same(y));
      case "eq":
        return Real.of(x.same(y));
      case "ne":
        return Real.of(!x.same(y));
      default:
        throw new IllegalArgumentException("no reference for " + operator);
    }
  }

  /** For exponents that are integers or one half. */
  private static Real power(Real x, Real y) {
    double exponent = y.toDouble();
    if (exponent == 0.5) {
      return x.sqrt();
    }
    Real power = Real.ONE;
    for (int i = 0; i < Math.abs(exponent); i++) {
      power = power.times(x);
    }
    return exponent < 0 ? Real.ONE.over(power) : power;
  }

  static Real combine(Operator operator, Real x, Real y) {
    switch (operator.name()) {
      case "sum":
        return x.plus(y);
      case "prod":
        return x.times(y);
      case "max":
      case "maximum":
        return !x.isNumber() ? x : !y.isNumber() || x.less(y) ? y : x;
      case "min":
      case "minimum":
        return !x.isNumber() ? x : !y.isNumber() || y.less(x) ? y : x;
      default:
        throw new IllegalArgumentException("no reference for " + operator);
    }
  }
}
