package org.croton.processor.op;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
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
