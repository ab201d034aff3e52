package org.croton.processor.ops.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.op.RowMajor;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The position of an extreme element along one axis ({@link AxesAttrs} of one), I64: the first of
 * equals, and the first NaN if there is one, as in NumPy. That axis leaves the shape. Of nothing it
 * is the greatest I64. No derivative.
 */
abstract class ArgExtreme extends OpDef {
  private final Combine combine;

  ArgExtreme(String name, Combine combine) {
    super(name);
    this.combine = combine;
  }

  abstract boolean better(double x, double best);

  abstract boolean better(long x, long best);

  @Override
  public final List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    Shape shape = arguments.get(0).tensor().shape();
    return List.of(new TensorType(DType.I64, shape.without(axis(attrs))));
  }

  private static int axis(Attrs attrs) {
    return ((AxesAttrs) attrs).axes().get(0);
  }

  @Override
  public final List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Literal x = arguments.get(0);
    int axis = axis(apply.attrs());
    int[] source = x.shape();
    int[] kept = RowMajor.without(source, List.of(axis));
    int[] best = new int[Literal.count(kept)];
    long[] result = new long[best.length];
    Arrays.fill(result, Long.MAX_VALUE);
    for (int from = 0; from < x.count(); from++) {
      int[] index = RowMajor.index(from, source);
      int to = RowMajor.flat(RowMajor.without(index, List.of(axis)), kept);
      if (result[to] == Long.MAX_VALUE || better(x, from, best[to])) {
        best[to] = from;
        result[to] = index[axis];
      }
    }
    return List.of(Literal.integers(DType.I64, kept, result));
  }

  private boolean better(Literal x, int candidate, int best) {
    if (!x.dtype().isFloating()) {
      return better(x.integer(candidate), x.integer(best));
    }
    double value = x.real(candidate);
    double reigning = x.real(best);
    return !Double.isNaN(reigning) && (Double.isNaN(value) || better(value, reigning));
  }

  @Override
  public final void pullback(Apply apply, Pullback pullback) {
    throw new IllegalStateException("positions have no cotangent");
  }

  @Override
  public final List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    return Collections.singletonList(null);
  }

  /** Two nests: the extreme value, then the least position of an element that equals it. */
  @Override
  public final void lower(Apply apply, Lowering lowering) {
    int along = axis(apply.attrs());
    TensorType type = apply.argument(0).tensor();
    Buffer extreme = lowering.temporary(type.withShape(apply.tensor().shape()));
    Walk first = new Walk(type.shape(), along);
    lowering.emit(first.combine(extreme, combine, lowering.read(0, first.source)));

    Walk second = new Walk(type.shape(), along);
    Scalar element = lowering.read(0, second.source);
    Scalar reference = new Scalar.Read(extreme, Lowering.positions(second.kept));
    Scalar hit = Scalar.of(Primitive.EQ, element, reference);
    if (type.dtype().isFloating()) {
      // If one element is NaN, the extreme is NaN and equals nothing.
      hit = Scalar.of(Primitive.OR, hit, Scalar.of(Primitive.NE, element, element));
    }
    Scalar candidate = Scalar.select(hit, Scalar.at(second.reduced), Scalar.whole(Long.MAX_VALUE));
    lowering.emit(second.combine(lowering.result(), Combine.MINIMUM, candidate));
  }

  /** The loops over an array of which one axis is reduced. */
  private static final class Walk {
    final List<Axis> kept = new ArrayList<>();
    final List<Scalar> source = new ArrayList<>();
    final Axis reduced;

    Walk(Shape shape, int along) {
      reduced = Axis.reduction(shape.dim(along));
      for (int i = 0; i < shape.rank(); i++) {
        Axis axis = i == along ? reduced : Axis.parallel(shape.dim(i));
        if (i != along) {
          kept.add(axis);
        }
        source.add(Scalar.at(axis));
      }
    }

    Nest combine(Buffer target, Combine how, Scalar body) {
      List<Axis> axes = new ArrayList<>(kept);
      axes.add(reduced);
      return new Nest(axes, target, Lowering.positions(kept), how, body, null, List.of());
    }
  }
}
