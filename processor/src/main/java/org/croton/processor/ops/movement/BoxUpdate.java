package org.croton.processor.ops.movement;

import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Elements;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.RowMajor;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;

/**
 * Operations that change a strided box of their first argument by their second, which has the box's
 * shape. The box, {@link SliceAttrs}, must lie within the first argument and its steps must not be
 * 0.
 */
abstract class BoxUpdate extends OpDef {
  private final Combine combine;

  BoxUpdate(String name, Combine combine) {
    super(name);
    this.combine = combine;
  }

  final Node of(Node base, Node values, SliceAttrs box) {
    return base.builder().apply(this, box, List.of(base, values));
  }

  @Override
  public final List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    TensorType base = arguments.get(0).tensor();
    TensorType values = arguments.get(1).tensor();
    SliceAttrs box = (SliceAttrs) attrs;
    Box.verify(box, base.shape());
    if (!values.equals(base.withShape(box.shape()))) {
      throw new TypeMismatch(
          "shape-mismatch",
          name() + " puts " + values + " into a part that is " + base.withShape(box.shape()));
    }
    return List.of(base);
  }

  @Override
  public final List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Literal base = arguments.get(0);
    Literal values = arguments.get(1);
    Elements elements = Elements.copyOf(base);
    SliceAttrs box = apply.attrs(SliceAttrs.class);
    for (int from = 0; from < values.count(); from++) {
      int[] at = Box.source(box, RowMajor.index(from, values.shape()), evaluation);
      Box.verify(at, base.shape());
      int to = RowMajor.flat(at, base.shape());
      if (combine == Combine.SUM) {
        elements.add(to, values, from);
      } else {
        elements.set(to, values, from);
      }
    }
    return List.of(elements.literal());
  }

  @Override
  public final void lower(Apply apply, Lowering lowering) {
    SliceAttrs box = apply.attrs(SliceAttrs.class);
    List<Axis> axes = Lowering.axes(box.shape());
    List<Scalar> from = Lowering.positions(axes);
    Scalar body = lowering.read(1, from);
    lowering.emit(
        new Nest(
            axes,
            lowering.result(),
            Box.source(box, from),
            combine,
            body,
            lowering.argument(0),
            Box.checks(box, apply.tensor().shape(), lowering.site())));
  }

  static Node zeros(Node like) {
    Node zero = like.builder().constant(like.tensor().dtype(), 0.0);
    return broadcastTo(zero, like.tensor().shape());
  }
}
