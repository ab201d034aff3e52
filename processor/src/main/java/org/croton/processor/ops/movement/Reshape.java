package org.croton.processor.ops.movement;

import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Variables.X;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Movement;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.RowMajor;
import org.croton.processor.op.ShapeAttrs;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/** The same elements in reading order under another shape of provably the same size. */
public final class Reshape extends Movement {
  public static final Reshape OP = new Reshape();

  private Reshape() {
    super("reshape");
  }

  /** {@code x} itself if it has the shape. */
  public static Node reshape(Node x, Shape shape) {
    return x.tensor().shape().equals(shape)
        ? x
        : x.builder().apply(OP, new ShapeAttrs(shape), List.of(x));
  }

  /** In a rule: the shape goes under {@code attrsName}. */
  public static Pattern reshape(String attrsName, Pattern x) {
    return Pattern.callAs(attrsName, OP, x);
  }

  @Override
  protected Shape shape(Shape argument, Attrs attrs) {
    Shape shape = ((ShapeAttrs) attrs).shape();
    if (!argument.size().equals(shape.size())) {
      throw new TypeMismatch(
          "shape-mismatch",
          "cannot reshape "
              + argument
              + " to "
              + shape
              + ": "
              + argument.size()
              + " elements are not "
              + shape.size());
    }
    return shape;
  }

  @Override
  protected int[] source(Apply apply, int[] at, int[] argument, Evaluation evaluation) {
    int[] result = evaluation.sizes(apply.tensor().shape());
    return RowMajor.index(RowMajor.flat(at, result), argument);
  }

  @Override
  protected List<Scalar> source(Apply apply, List<Scalar> at) {
    Shape result = apply.tensor().shape();
    Scalar flat = Scalar.whole(0);
    for (int axis = 0; axis < at.size(); axis++) {
      Scalar outer = Scalar.mul(flat, Scalar.extent(result.dim(axis)));
      flat = axis == 0 ? at.get(0) : Scalar.add(outer, at.get(axis));
    }
    return split(flat, apply.argument(0).tensor().shape());
  }

  /** The index of a flat position. An axis of extent 1 is read at 0, the outermost needs no mod. */
  private static List<Scalar> split(Scalar flat, Shape shape) {
    List<Scalar> source = new ArrayList<>(Collections.nCopies(shape.rank(), Scalar.whole(0)));
    Scalar rest = flat;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      Scalar extent = Scalar.extent(shape.dim(axis));
      if (axis == 0) {
        source.set(axis, rest);
      } else if (!shape.dim(axis).isOne()) {
        source.set(axis, Scalar.of(Primitive.REMAINDER, rest, extent));
        rest = Scalar.of(Primitive.QUOTIENT, rest, extent);
      }
    }
    return source;
  }

  @Override
  protected void transpose(Apply apply, Node cotangent, Pullback pullback) {
    pullback.accumulate(0, reshape(cotangent, apply.argument(0).tensor().shape()));
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("reshape-reshape")
            .from(reshape("outer", reshape("inner", X)))
            .to(reshape("outer", X))
            .accuracy(EXACT),
        Rule.canonicalize("reshape-nothing")
            .from(reshape("shape", X))
            .to(X)
            .accuracy(EXACT)
            .where(Guard.rootType("x")));
  }
}
