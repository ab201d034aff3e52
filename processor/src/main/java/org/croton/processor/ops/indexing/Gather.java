package org.croton.processor.ops.indexing;

import static org.croton.processor.ops.indexing.ScatterAdd.scatterAdd;

import java.util.ArrayList;
import java.util.Collections;
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
import org.croton.processor.op.AxisAttrs;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.op.RowMajor;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Elements at positions that integer arrays give, as in NumPy: {@code gather(x, i, j)} with {@code
 * axis=a} reads {@code x[..., i, j, ...]} where the indices stand for the axes {@code a, a+1, ...};
 * they broadcast, and their common shape takes the place of those axes. Negative indices count from
 * the end. An index out of range fails at run time.
 */
public final class Gather extends OpDef {
  public static final Gather OP = new Gather();

  private Gather() {
    super("gather");
  }

  public static Node gather(Node x, List<Node> indices, int axis) {
    List<Node> arguments = new ArrayList<>(indices);
    arguments.add(0, x);
    return x.builder().apply(OP, new AxisAttrs(axis), arguments);
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    TensorType x = arguments.get(0).tensor();
    List<Node> indices = arguments.subList(1, arguments.size());
    return List.of(x.withShape(Indices.shape(x.shape(), indices, ((AxisAttrs) attrs).axis())));
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Literal x = arguments.get(0);
    List<Literal> indices = arguments.subList(1, arguments.size());
    Positions positions = new Positions(x.shape(), indices, apply.attrs(AxisAttrs.class).axis());
    return List.of(RowMajor.pick(x, positions.shape(), positions::flat));
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    List<Node> indices = apply.arguments().subList(1, apply.arguments().size());
    int axis = apply.attrs(AxisAttrs.class).axis();
    Node cotangent = pullback.cotangent();
    pullback.update(0, adjoint -> scatterAdd(adjoint, indices, cotangent, axis));
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    List<Node> indices = apply.arguments().subList(1, apply.arguments().size());
    Node tangent = pushforward.tangent(0);
    return Collections.singletonList(
        tangent == null ? null : gather(tangent, indices, apply.attrs(AxisAttrs.class).axis()));
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    List<Axis> axes = Lowering.axes(apply.tensor().shape());
    Indices indices =
        new Indices(apply, apply.arguments().size() - 1, apply.attrs(AxisAttrs.class).axis());
    List<Scalar> at = indices.at(lowering, axes);
    lowering.emit(
        new Nest(
            axes,
            lowering.result(),
            Lowering.positions(axes),
            Combine.SET,
            lowering.read(0, at),
            null,
            indices.checks(lowering, axes)));
  }
}
