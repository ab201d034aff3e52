package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Grow;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Elements;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.ops.indexing.Zeros;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * A tape with an entry put at an index, at most one past the last: arguments tape, index, value.
 */
public final class TapeRecord extends OpDef {
  public static final TapeRecord OP = new TapeRecord();

  private TapeRecord() {
    super("record");
  }

  static Node record(Node tape, Node index, Node value) {
    return tape.builder().apply(OP, Attrs.NONE, List.of(tape, index, value));
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    TensorType tape = arguments.get(0).tensor();
    LoopTypes.require(TapeStart.isTape(tape), "a tape");
    LoopTypes.requireNumber(arguments.get(1), "an index");
    LoopTypes.require(arguments.get(2).type().equals(TapeStart.entry(tape)), "an entry of a tape");
    return List.of(tape);
  }

  static Literal of(DType dtype, int entries, int[] entry) {
    int[] shape = new int[entry.length + 1];
    shape[0] = entries;
    System.arraycopy(entry, 0, shape, 1, entry.length);
    int count = Literal.count(shape);
    return dtype.isFloating()
        ? Literal.reals(dtype, shape, new double[count])
        : Literal.integers(dtype, shape, new long[count]);
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Literal tape = arguments.get(0);
    int index = Math.toIntExact(arguments.get(1).integer(0));
    Literal value = arguments.get(2);
    int entries = Math.max(tape.shape()[0], index + 1);
    Elements elements = Elements.copyOf(of(tape.dtype(), entries, value.shape()));
    for (int i = 0; i < tape.count(); i++) {
      elements.set(i, tape, i);
    }
    for (int i = 0; i < value.count(); i++) {
      elements.set(index * value.count() + i, value, i);
    }
    return List.of(elements.literal());
  }

  /** Throws {@link TypeMismatch} {@code loop-tape}: an adjoint of a tape is not made. */
  @Override
  public void pullback(Apply apply, Pullback pullback) {
    throw refused();
  }

  static TypeMismatch refused() {
    return new TypeMismatch(
        "loop-tape",
        "this takes a gradient of a gradient through a loop whose number of iterations is no size:"
            + " use hvp, hessian or jvp for the second derivative, or let the loop run to a dim, an"
            + " int parameter or a constant");
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node tape = pushforward.tangent(0);
    Node value = pushforward.tangent(2);
    if (tape == null) {
      throw new IllegalStateException("a tape's tangent is a tape that a loop carries");
    }
    Node entry = value != null ? value : Zeros.like(apply.argument(2));
    return Collections.singletonList(record(tape, apply.argument(1), entry));
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    List<Axis> axes = Lowering.axes(apply.argument(2).tensor().shape());
    List<Scalar> inner = Lowering.positions(axes);
    List<Scalar> at = new ArrayList<>(List.of(lowering.scalar(1)));
    at.addAll(inner);
    lowering.emit(new Grow(lowering.argument(0), lowering.scalar(1), lowering.site()));
    lowering.emit(
        new Nest(
            axes,
            lowering.result(),
            at,
            Combine.SET,
            lowering.read(2, inner),
            lowering.argument(0),
            List.of()));
  }
}
