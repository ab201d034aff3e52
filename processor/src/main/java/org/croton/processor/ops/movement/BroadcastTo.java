package org.croton.processor.ops.movement;

import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Variables.X;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Movement;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.ShapeAttrs;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.Broadcast;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/** The argument stretched to a shape by NumPy's rules: new leading axes, and axes of extent 1. */
public final class BroadcastTo extends Movement {
  public static final BroadcastTo OP = new BroadcastTo();

  private BroadcastTo() {
    super("broadcastTo");
  }

  /** {@code x} itself if it has the shape. */
  public static Node broadcastTo(Node x, Shape shape) {
    return x.tensor().shape().equals(shape)
        ? x
        : x.builder().apply(OP, new ShapeAttrs(shape), List.of(x));
  }

  /** In a rule: the shape goes under {@code attrsName}. */
  public static Pattern broadcastTo(String attrsName, Pattern x) {
    return Pattern.callAs(attrsName, OP, x);
  }

  @Override
  protected Shape shape(Shape argument, Attrs attrs) {
    Shape shape = ((ShapeAttrs) attrs).shape();
    if (!Broadcast.shapes("broadcast", List.of(argument, shape)).equals(shape)) {
      throw new TypeMismatch("shape-mismatch", "cannot broadcast " + argument + " to " + shape);
    }
    return shape;
  }

  @Override
  protected int[] source(Apply apply, int[] at, int[] argument, Evaluation evaluation) {
    int[] source = new int[argument.length];
    for (int axis = 0; axis < argument.length; axis++) {
      source[axis] = argument[axis] == 1 ? 0 : at[at.length - argument.length + axis];
    }
    return source;
  }

  @Override
  protected List<Scalar> source(Apply apply, List<Scalar> at) {
    Shape argument = apply.argument(0).tensor().shape();
    List<Scalar> source = new ArrayList<>();
    for (int axis = 0; axis < argument.rank(); axis++) {
      boolean stretched = argument.dim(axis).isOne();
      source.add(stretched ? Scalar.whole(0) : at.get(at.size() - argument.rank() + axis));
    }
    return source;
  }

  @Override
  protected void transpose(Apply apply, Node cotangent, Pullback pullback) {
    pullback.accumulate(0, cotangent);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("broadcast-broadcast")
            .from(broadcastTo("outer", broadcastTo("inner", X)))
            .to(broadcastTo("outer", X))
            .accuracy(EXACT),
        Rule.canonicalize("broadcast-nothing")
            .from(broadcastTo("shape", X))
            .to(X)
            .accuracy(EXACT)
            .where(Guard.rootType("x")));
  }
}
