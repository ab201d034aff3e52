package org.croton.processor.ops.movement;

import static org.croton.processor.ops.movement.AccumulateSlice.accumulateSlice;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Pattern.made;
import static org.croton.processor.rule.Pattern.named;
import static org.croton.processor.rule.Variables.X;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.Movement;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.Shape;

/** A strided box of the argument, {@link SliceAttrs}. It must lie within the argument. */
public final class Slice extends Movement {
  public static final Slice OP = new Slice();

  private Slice() {
    super("slice");
  }

  public static Node slice(Node x, SliceAttrs box) {
    return x.builder().apply(OP, box, List.of(x));
  }

  /** In a rule: the box goes under {@code attrsName}. */
  public static Pattern slice(String attrsName, Pattern x) {
    return Pattern.callAs(attrsName, OP, x);
  }

  /** True for a slice that lies within its argument whatever the sizes are. */
  public static boolean isCertain(Apply slice) {
    Shape whole = slice.argument(0).tensor().shape();
    return Box.checks(slice.attrs(SliceAttrs.class), whole, 0).isEmpty();
  }

  @Override
  protected Shape shape(Shape argument, Attrs attrs) {
    Box.verify((SliceAttrs) attrs, argument);
    return ((SliceAttrs) attrs).shape();
  }

  @Override
  protected int[] source(Apply apply, int[] at, int[] argument, Evaluation evaluation) {
    return Box.source(apply.attrs(SliceAttrs.class), at, evaluation);
  }

  @Override
  protected List<Scalar> source(Apply apply, List<Scalar> at) {
    return Box.source(apply.attrs(SliceAttrs.class), at);
  }

  @Override
  protected List<Check> checks(Apply apply, Lowering lowering) {
    return Box.checks(
        apply.attrs(SliceAttrs.class), apply.argument(0).tensor().shape(), lowering.site());
  }

  @Override
  protected void transpose(Apply apply, Node cotangent, Pullback pullback) {
    SliceAttrs box = apply.attrs(SliceAttrs.class);
    pullback.update(0, adjoint -> accumulateSlice(adjoint, cotangent, box));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("slice-slice")
            .from(slice("outer", named("y", slice("inner", X))))
            .to(made("slice(x) by both boxes", BoxChain::compose))
            .accuracy(EXACT)
            .where(BoxChain.INNER_IS_SAFE),
        Rule.canonicalize("slice-everything")
            .from(slice("box", X))
            .to(X)
            .accuracy(EXACT)
            .where(BoxChain.EVERYTHING));
  }
}
