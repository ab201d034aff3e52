package org.croton.processor.ops.movement;

import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Variables.X;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Movement;
import org.croton.processor.op.Pullback;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/** The argument without some axes, whose extent is 1. */
public final class Squeeze extends Movement {
  public static final Squeeze OP = new Squeeze();

  private Squeeze() {
    super("squeeze");
  }

  /** Without these axes of {@code x}, ascending; {@code x} itself if there are none. */
  public static Node squeeze(Node x, List<Integer> axes) {
    return axes.isEmpty() ? x : x.builder().apply(OP, new AxesAttrs(axes), List.of(x));
  }

  /** In a rule: the axes go under {@code attrsName}. */
  public static Pattern squeeze(String attrsName, Pattern x) {
    return Pattern.callAs(attrsName, OP, x);
  }

  @Override
  protected Shape shape(Shape argument, Attrs attrs) {
    List<Dim> kept = new ArrayList<>();
    for (int axis = 0; axis < argument.rank(); axis++) {
      Dim dim = argument.dim(axis);
      if (!((AxesAttrs) attrs).axes().contains(axis)) {
        kept.add(dim);
      } else if (!dim.isOne()) {
        throw new TypeMismatch(
            "shape-mismatch",
            "cannot squeeze axis " + axis + " of " + argument + ": its size is " + dim + ", not 1");
      }
    }
    return new Shape(kept);
  }

  @Override
  protected int[] source(Apply apply, int[] at, int[] argument, Evaluation evaluation) {
    int[] source = new int[argument.length];
    int next = 0;
    for (int axis = 0; axis < argument.length; axis++) {
      source[axis] = apply.attrs(AxesAttrs.class).axes().contains(axis) ? 0 : at[next++];
    }
    return source;
  }

  @Override
  protected List<Scalar> source(Apply apply, List<Scalar> at) {
    List<Scalar> source = new ArrayList<>(at);
    apply.attrs(AxesAttrs.class).axes().forEach(axis -> source.add(axis, Scalar.whole(0)));
    return source;
  }

  @Override
  protected void transpose(Apply apply, Node cotangent, Pullback pullback) {
    pullback.accumulate(0, expandDims(cotangent, apply.attrs(AxesAttrs.class).axes()));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("squeeze-expanded")
            .from(squeeze("axes", expandDims("axes", X)))
            .to(X)
            .accuracy(EXACT),
        Rule.canonicalize("squeeze-nothing")
            .from(squeeze("axes", X))
            .to(X)
            .accuracy(EXACT)
            .where(Guard.rootType("x")));
  }
}
