package org.croton.processor.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;

/**
 * Operations that combine the elements along some axes of their one argument; those axes leave the
 * shape. The axes are {@link AxesAttrs}.
 */
public abstract class Reduction extends OpDef {
  private final Combine combine;

  protected Reduction(String name, Combine combine) {
    super(name);
    this.combine = combine;
  }

  /** Throws {@link org.croton.processor.type.TypeMismatch} for a dtype that it cannot combine. */
  protected abstract DType resultDtype(DType argument);

  /** What the result of no elements is, as a real number. */
  protected abstract double identity();

  /** What the result of no elements is, in an integer or boolean dtype. */
  protected abstract long identity(DType dtype);

  /** Combines two floating elements. */
  protected abstract double combine(double a, double b);

  /** Combines two integer or boolean elements. */
  protected abstract long combine(long a, long b);

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Literal x = arguments.get(0);
    DType dtype = apply.tensor().dtype();
    List<Integer> reduced = apply.attrs(AxesAttrs.class).axes();
    int[] source = x.shape();
    int[] kept = RowMajor.without(source, reduced);
    double[] reals = new double[dtype.isFloating() ? Literal.count(kept) : 0];
    long[] integers = new long[dtype.isFloating() ? 0 : Literal.count(kept)];
    Arrays.fill(reals, identity());
    Arrays.fill(integers, dtype.isFloating() ? 0 : identity(dtype));
    for (int from = 0; from < x.count(); from++) {
      int to = RowMajor.flat(RowMajor.without(RowMajor.index(from, source), reduced), kept);
      if (dtype.isFloating()) {
        reals[to] = combine(reals[to], x.real(from));
      } else {
        integers[to] = combine(integers[to], x.integer(from));
      }
    }
    return List.of(
        dtype.isFloating()
            ? Literal.reals(dtype, kept, reals)
            : Literal.integers(dtype, kept, integers));
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    TensorType type = arguments.get(0).tensor();
    List<Dim> kept = new ArrayList<>();
    for (int axis = 0; axis < type.rank(); axis++) {
      if (!((AxesAttrs) attrs).axes().contains(axis)) {
        kept.add(type.shape().dim(axis));
      }
    }
    return List.of(new TensorType(resultDtype(type.dtype()), new Shape(kept)));
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    List<Integer> reduced = apply.attrs(AxesAttrs.class).axes();
    Shape shape = apply.argument(0).tensor().shape();
    List<Axis> kept = new ArrayList<>();
    List<Axis> combined = new ArrayList<>();
    List<Scalar> source = new ArrayList<>();
    for (int i = 0; i < shape.rank(); i++) {
      boolean drop = reduced.contains(i);
      Axis axis = drop ? Axis.reduction(shape.dim(i)) : Axis.parallel(shape.dim(i));
      (drop ? combined : kept).add(axis);
      source.add(Scalar.at(axis));
    }
    Scalar body = Scalar.cast(apply.tensor().dtype(), lowering.read(0, source));
    List<Scalar> target = Lowering.positions(kept);
    List<Axis> axes = new ArrayList<>(kept);
    axes.addAll(combined);
    lowering.emit(new Nest(axes, lowering.result(), target, combine, body, null, List.of()));
  }
}
