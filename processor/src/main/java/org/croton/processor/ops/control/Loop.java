package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Iterate;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * A sequential loop. Its arguments are the number of iterations (an I64 scalar; none if it is not
 * positive), the carried values before the first iteration, and invariants. Its region takes the
 * iteration's number (I64, from 0), the carried values and the invariants, and gives the next
 * carried values. Its results are the carried values after the last iteration.
 *
 * <p>{@link LoopDraft} puts loops together.
 */
public final class Loop extends OpDef {
  public static final Loop OP = new Loop();

  private Loop() {
    super("loop");
  }

  static int carries(Apply loop) {
    return loop.attrs(LoopAttrs.class).carries();
  }

  static Region region(Apply loop) {
    return loop.regions().get(0);
  }

  /** Throws {@link TypeMismatch} {@code loop-carry} if a carried value changes its type. */
  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    int carries = ((LoopAttrs) attrs).carries();
    Region region = regions.get(0);
    require(regions.size() == 1, "one region");
    require(carries > 0 && carries < arguments.size(), "a carried value");
    require(region.parameters().size() == arguments.size(), "a parameter for each argument");
    require(region.results().size() == carries, "a next value for each carried value");
    requireNumber(arguments.get(0), "the number of iterations");
    requireNumber(region.parameters().get(0), "the index");
    List<Type> results = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i++) {
      Type type = region.parameters().get(i).type();
      requireSame(arguments.get(i).type(), type, "enters a loop as ");
      if (i <= carries) {
        requireSame(region.results().get(i - 1).type(), type, "leaves an iteration as ");
        results.add(type);
      }
    }
    return results;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("a loop needs " + what);
    }
  }

  private static void requireNumber(Node node, String what) {
    require(node.type().equals(TensorType.scalar(DType.I64)), what + " as an i64 scalar");
  }

  private static void requireSame(Type found, Type expected, String how) {
    if (!found.equals(expected)) {
      throw new TypeMismatch(
          "loop-carry",
          "a value that a loop carries keeps its type: it is "
              + expected
              + " in the loop and "
              + how
              + found);
    }
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    long trips = arguments.get(0).integer(0);
    List<Literal> values = new ArrayList<>(arguments);
    for (long i = 0; i < trips; i++) {
      values.set(0, Literal.scalar(DType.I64, i));
      List<Literal> next = evaluation.run(region(apply), values);
      for (int carry = 0; carry < next.size(); carry++) {
        values.set(1 + carry, next.get(carry));
      }
    }
    return values.subList(1, 1 + carries(apply));
  }

  /**
   * A loop that walks back, over the values that this one saves; see {@link LoopPullback}. Throws
   * {@link TypeMismatch} {@code loop-tape} if values are to be saved and the number of iterations
   * is no size.
   */
  @Override
  public void pullback(Apply apply, Pullback pullback) {
    LoopPullback.emit(apply, pullback);
  }

  /** The same loop with tangents carried along. */
  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    return LoopPushforward.tangents(apply, pushforward);
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    int carries = carries(apply);
    List<Parameter> parameters = region(apply).parameters();
    List<@Nullable Buffer> bound = new ArrayList<>(Collections.nCopies(1 + carries, null));
    for (int i = 1 + carries; i < parameters.size(); i++) {
      bound.add(lowering.argument(i));
    }
    Lowering.Body body = lowering.body(region(apply), bound);
    List<Step> steps = new ArrayList<>(body.steps());
    List<Iterate.Carry> carried = new ArrayList<>();
    for (int i = 0; i < carries; i++) {
      Node initial = apply.argument(1 + i);
      Node next = region(apply).results().get(i);
      carried.add(
          new Iterate.Carry(
              place(initial, lowering.argument(1 + i), lowering, lowering::emit),
              body.parameters().get(1 + i),
              place(next, body.results().get(i), lowering, steps::add),
              lowering.result(i)));
    }
    Buffer index = body.parameters().get(0);
    lowering.emit(new Iterate(index, lowering.scalar(0), carried, steps));
  }

  /** Where a carried value is found; a scalar constant, which has no place, gets one. */
  private static Buffer place(Node value, Buffer buffer, Lowering lowering, Consumer<Step> steps) {
    if (!(value instanceof Constant) || !value.tensor().isScalar()) {
      return buffer;
    }
    Buffer place = lowering.temporary(value.tensor());
    Scalar known = new Scalar.Immediate(((Constant) value).value());
    steps.accept(Nest.map(List.of(), place, known));
    return place;
  }
}
