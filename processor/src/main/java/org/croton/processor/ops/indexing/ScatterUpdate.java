package org.croton.processor.ops.indexing;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Nest;
import org.croton.processor.op.AxisAttrs;
import org.croton.processor.op.Elements;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;

/**
 * Operations that change the elements of an array that {@code gather} would read: arguments are the
 * array, the indices and the values, which have the shape of the gathered elements. Values are put
 * in index order. An index out of range fails at run time.
 */
abstract class ScatterUpdate extends OpDef {
  private final Combine combine;

  ScatterUpdate(String name, Combine combine) {
    super(name);
    this.combine = combine;
  }

  final Node of(Node base, List<Node> indices, Node values, int axis) {
    List<Node> arguments = new ArrayList<>(indices);
    arguments.add(0, base);
    arguments.add(values);
    return base.builder().apply(this, new AxisAttrs(axis), arguments);
  }

  static int axis(Apply apply) {
    return apply.attrs(AxisAttrs.class).axis();
  }

  static List<Node> indices(Apply apply) {
    return apply.arguments().subList(1, valuesAt(apply));
  }

  /** Number of the argument that holds the values. */
  static int valuesAt(Apply apply) {
    return apply.arguments().size() - 1;
  }

  @Override
  public final List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    TensorType base = arguments.get(0).tensor();
    int last = arguments.size() - 1;
    TensorType values = arguments.get(last).tensor();
    List<Node> indices = arguments.subList(1, last);
    Shape part = Indices.shape(base.shape(), indices, ((AxisAttrs) attrs).axis());
    if (!values.equals(base.withShape(part))) {
      throw new TypeMismatch(
          "shape-mismatch", name() + " puts " + values + " where " + base.withShape(part) + " is");
    }
    return List.of(base);
  }

  @Override
  public final List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Literal base = arguments.get(0);
    Literal values = arguments.get(valuesAt(apply));
    List<Literal> indices = arguments.subList(1, valuesAt(apply));
    Positions positions = new Positions(base.shape(), indices, axis(apply));
    Elements elements = Elements.copyOf(base);
    for (int from = 0; from < values.count(); from++) {
      if (combine == Combine.SUM) {
        elements.add(positions.flat(from), values, from);
      } else {
        elements.set(positions.flat(from), values, from);
      }
    }
    return List.of(elements.literal());
  }

  @Override
  public final void lower(Apply apply, Lowering lowering) {
    List<Axis> axes = Lowering.axes(apply.argument(valuesAt(apply)).tensor().shape());
    Indices indices = new Indices(apply, valuesAt(apply) - 1, axis(apply));
    lowering.emit(
        new Nest(
            axes,
            lowering.result(),
            indices.at(lowering, axes),
            combine,
            lowering.read(valuesAt(apply), Lowering.positions(axes)),
            lowering.argument(0),
            indices.checks(lowering, axes)));
  }
}
