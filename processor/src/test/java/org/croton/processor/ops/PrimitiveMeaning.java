package org.croton.processor.ops;

import java.math.BigInteger;
import java.util.function.Function;
import org.croton.DType;
import org.croton.processor.loop.Scalar;

/** What the primitives of scalar expressions mean, written down a second time, for tests. */
final class PrimitiveMeaning {
  private PrimitiveMeaning() {}

  static Value of(Scalar.Compute compute, Function<Scalar, Value> eval) {
    Scalar first = compute.operands().get(0);
    DType dtype = compute.dtype();
    switch (compute.primitive()) {
      case SELECT:
        // Only the chosen side: the other one may read out of bounds.
        return eval.apply(compute.operands().get(eval.apply(first).integer() != 0 ? 1 : 2));
      case CAST:
        return cast(eval.apply(first), dtype);
      default:
        break;
    }
    double[] x = new double[compute.operands().size()];
    long[] n = new long[x.length];
    for (int i = 0; i < x.length; i++) {
      Value value = eval.apply(compute.operands().get(i));
      if (value.dtype() != first.dtype()) {
        throw new AssertionError(compute + " mixes dtypes");
      }
      x[i] = value.real();
      n[i] = value.integer();
    }
    if (dtype.isFloating()) {
      return Value.of(dtype, real(compute, x));
    }
    return Value.of(dtype, first.dtype().isFloating() ? compared(compute, x) : integer(compute, n));
  }

  private static Value cast(Value value, DType to) {
    if (to.isFloating()) {
      return Value.of(to, value.dtype().isFloating() ? value.real() : (double) value.integer());
    }
    if (!value.dtype().isFloating()) {
      return Value.of(to, value.integer());
    }
    return Value.of(to, to == DType.I32 ? (int) value.real() : (long) value.real());
  }

  private static double real(Scalar.Compute compute, double[] x) {
    switch (compute.primitive()) {
      case ADD:
        return x[0] + x[1];
      case SUB:
        return x[0] - x[1];
      case MUL:
        return x[0] * x[1];
      case DIV:
        return x[0] / x[1];
      case MAXIMUM:
        return Math.max(x[0], x[1]);
      case MINIMUM:
        return Math.min(x[0], x[1]);
      case POW:
        return x[0] == 1 ? 1 : Math.pow(x[0], x[1]);
      case ATAN2:
        return Math.atan2(x[0], x[1]);
      case HYPOT:
        return Math.hypot(x[0], x[1]);
      default:
        return real(compute, x[0]);
    }
  }

  private static double real(Scalar.Compute compute, double x) {
    switch (compute.primitive()) {
      case NEG:
        return -x;
      case ABS:
        return Math.abs(x);
      case SIGN:
        return Math.signum(x);
      case SQRT:
        return Math.sqrt(x);
      case FLOOR:
        return Math.floor(x);
      case CEIL:
        return Math.ceil(x);
      case RINT:
        return Math.rint(x);
      case EXP:
        return Math.exp(x);
      case LOG:
        return Math.log(x);
      case LOG1P:
        return Math.log1p(x);
      case EXPM1:
        return Math.expm1(x);
      case SIGMOID:
        return 1 / (1 + Math.exp(-x));
      case SOFTPLUS:
        return Math.log1p(Math.exp(-Math.abs(x))) + Math.max(x, 0);
      case TANH:
        return Math.tanh(x);
      case SIN:
        return Math.sin(x);
      case COS:
        return Math.cos(x);
      case TAN:
        return Math.tan(x);
      case ASIN:
        return Math.asin(x);
      case ACOS:
        return Math.acos(x);
      case ATAN:
        return Math.atan(x);
      case SINH:
        return Math.sinh(x);
      case CBRT:
        return Math.cbrt(x);
      case EXP2:
        return Math.pow(2, x);
      case LOG2:
        return Math.log(x) / Math.log(2);
      case LOG10:
        return Math.log10(x);
      case COSH:
        return Math.cosh(x);
      case ERF:
        return erf(x);
      default:
        throw new AssertionError(compute.primitive() + " on floating operands");
    }
  }

  /** The integral, by Simpson's rule. */
  private static double erf(double x) {
    int steps = 2000;
    double h = x / steps;
    double sum = 1 + Math.exp(-x * x);
    for (int i = 1; i < steps; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * Math.exp(-(i * h) * (i * h));
    }
    return 2 / Math.sqrt(Math.PI) * sum * h / 3;
  }

  private static long compared(Scalar.Compute compute, double[] x) {
    switch (compute.primitive()) {
      case LT:
        return x[0] < x[1] ? 1 : 0;
      case LE:
        return x[0] <= x[1] ? 1 : 0;
      case GT:
        return x[0] > x[1] ? 1 : 0;
      case GE:
        return x[0] >= x[1] ? 1 : 0;
      case EQ:
        return x[0] == x[1] ? 1 : 0;
      case NE:
        return x[0] != x[1] ? 1 : 0;
      default:
        throw new AssertionError(compute.primitive() + " of floating operands");
    }
  }

  private static long raised(long x, long power) {
    return power >= 0
        ? BigInteger.valueOf(x).pow((int) power).longValue()
        : (long) Math.pow(x, power);
  }

  private static long integer(Scalar.Compute compute, long[] n) {
    switch (compute.primitive()) {
      case ADD:
        return n[0] + n[1];
      case SUB:
        return n[0] - n[1];
      case MUL:
        return n[0] * n[1];
      case QUOTIENT:
        return n[0] / n[1];
      case REMAINDER:
        return n[0] % n[1];
      case FLOOR_DIV:
        return Math.floorDiv(n[0], n[1]);
      case FLOOR_MOD:
        return Math.floorMod(n[0], n[1]);
      case RAISE:
        return raised(n[0], n[1]);
      case NEG:
        return -n[0];
      case ABS:
        return Math.abs(n[0]);
      case SIGN:
        return Long.signum(n[0]);
      case MAXIMUM:
        return Math.max(n[0], n[1]);
      case MINIMUM:
        return Math.min(n[0], n[1]);
      case LT:
        return n[0] < n[1] ? 1 : 0;
      case LE:
        return n[0] <= n[1] ? 1 : 0;
      case GT:
        return n[0] > n[1] ? 1 : 0;
      case GE:
        return n[0] >= n[1] ? 1 : 0;
      case EQ:
        return n[0] == n[1] ? 1 : 0;
      case NE:
        return n[0] != n[1] ? 1 : 0;
      case AND:
        return n[0] & n[1];
      case OR:
        return n[0] | n[1];
      case XOR:
        return n[0] ^ n[1];
      case NOT:
        return n[0] ^ 1;
      default:
        throw new AssertionError(compute.primitive() + " on integers");
    }
  }
}
