package org.croton.processor.ops.elementwise;

import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Pattern.callAs;
import static org.croton.processor.rule.Pattern.named;
import static org.croton.processor.rule.Variables.X;

import java.util.Collections;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.DTypeAttrs;
import org.croton.processor.op.Elementwise;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The same values in another dtype. Floating to integer truncates, saturates and makes NaN 0, as in
 * Java (U8 saturates at 0 and 255); integers wrap; to BOOL is {@code x != 0}.
 */
public final class Cast extends Elementwise {
  public static final Cast OP = new Cast();

  private Cast() {
    super("cast");
  }

  /** {@code x} itself if it has the dtype. */
  public static Node cast(Node x, DType dtype) {
    return x.tensor().dtype() == dtype
        ? x
        : x.builder().apply(OP, new DTypeAttrs(dtype), List.of(x));
  }

  public static Pattern cast(DType dtype, Pattern x) {
    return Pattern.callWith(new DTypeAttrs(dtype), OP, x);
  }

  @Override
  protected DType resultDtype(List<DType> arguments, Attrs attrs) {
    return ((DTypeAttrs) attrs).dtype();
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Literal x = arguments.get(0);
    DType to = apply.tensor().dtype();
    double[] reals = new double[to.isFloating() ? x.count() : 0];
    long[] integers = new long[to.isFloating() ? 0 : x.count()];
    for (int i = 0; i < x.count(); i++) {
      if (!to.isFloating()) {
        integers[i] = x.dtype().isFloating() ? whole(x.real(i), to) : x.integer(i);
      } else if (to == DType.F32 && !x.dtype().isFloating()) {
        reals[i] = (float) x.integer(i); // by way of double it would be rounded twice
      } else {
        reals[i] = x.real(i);
      }
    }
    return List.of(
        to.isFloating()
            ? Literal.reals(to, x.shape(), reals)
            : Literal.integers(to, x.shape(), integers));
  }

  private static long whole(double x, DType to) {
    switch (to) {
      case BOOL:
        return x != 0 ? 1 : 0;
      case U8:
        return (long) Math.max(0, Math.min(255, x));
      case I32:
        return (int) x;
      default:
        return (long) x;
    }
  }

  @Override
  protected @Nullable Node derivative(int argument, List<Node> x, Node y) {
    return y.tensor().dtype().isFloating() ? like(y, 1) : null;
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    if (apply.tensor().dtype().isFloating()) {
      pullback.accumulate(0, cast(pullback.cotangent(), apply.argument(0).tensor().dtype()));
    }
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node tangent = pushforward.tangent(0);
    DType dtype = apply.tensor().dtype();
    return Collections.singletonList(
        tangent == null || !dtype.isFloating() ? null : cast(tangent, dtype));
  }

  @Override
  protected Scalar lower(List<Scalar> x, DType result, Attrs attrs) {
    Scalar from = x.get(0);
    if (result == DType.BOOL) {
      return Scalar.of(Primitive.NE, from, Scalar.real(from.dtype(), 0));
    }
    if (result == DType.U8 && from.dtype().isFloating()) {
      Scalar low = Scalar.of(Primitive.MAXIMUM, from, Scalar.real(from.dtype(), 0));
      from = Scalar.of(Primitive.MINIMUM, low, Scalar.real(from.dtype(), 255));
    }
    return Scalar.cast(result, from);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("cast-same")
            .from(callAs("to", OP, X))
            .to(X)
            .accuracy(EXACT)
            .where(Guard.rootType("x")),
        Rule.canonicalize("cast-cast")
            .from(callAs("to", OP, named("y", callAs("by", OP, X))))
            .to(callAs("to", OP, X))
            .accuracy(EXACT)
            .where(CastChain.LOSSLESS));
  }
}
