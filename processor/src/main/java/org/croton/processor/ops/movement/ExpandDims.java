package org.croton.processor.ops.movement;

import static org.croton.processor.ops.movement.Squeeze.squeeze;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import java.util.stream.IntStream;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Movement;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.RowMajor;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;

/** The argument with axes of extent 1 put in; the axes are those of the result. */
public final class ExpandDims extends Movement {
  public static final ExpandDims OP = new ExpandDims();

  private ExpandDims() {
    super("expandDims");
  }

  /** New axes at these places of the result, ascending; {@code x} itself if there are none. */
  public static Node expandDims(Node x, List<Integer> axes) {
    return axes.isEmpty() ? x : x.builder().apply(OP, new AxesAttrs(axes), List.of(x));
  }

  /** In a rule: the axes go under {@code attrsName}. */
  public static Pattern expandDims(String attrsName, Pattern x) {
    return Pattern.callAs(attrsName, OP, x);
  }

  @Override
  protected Shape shape(Shape argument, Attrs attrs) {
    Shape shape = argument;
    for (int axis : ((AxesAttrs) attrs).axes()) {
      shape = shape.with(axis, Dim.ONE);
    }
    return shape;
  }

  @Override
  protected int[] source(Apply apply, int[] at, int[] argument, Evaluation evaluation) {
    return RowMajor.without(at, apply.attrs(AxesAttrs.class).axes());
  }

  @Override
  protected List<Scalar> source(Apply apply, List<Scalar> at) {
    List<Integer> axes = apply.attrs(AxesAttrs.class).axes();
    return IntStream.range(0, at.size()).filter(i -> !axes.contains(i)).mapToObj(at::get).toList();
  }

  @Override
  protected void transpose(Apply apply, Node cotangent, Pullback pullback) {
    pullback.accumulate(0, squeeze(cotangent, apply.attrs(AxesAttrs.class).axes()));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("expand-squeezed")
            .from(expandDims("axes", squeeze("axes", X)))
            .to(X)
            .accuracy(EXACT),
        Rule.canonicalize("expand-nothing")
            .from(expandDims("axes", X))
            .to(X)
            .accuracy(EXACT)
            .where(Guard.rootType("x")));
  }
}
