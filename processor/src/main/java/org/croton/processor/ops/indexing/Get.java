package org.croton.processor.ops.indexing;

import static org.croton.processor.ops.indexing.Accumulate.accumulate;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
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
 * The element, or leading sub-array, of an array at run-time scalar indices: arguments are the
 * array, the indices and the path condition, BOOL. Where that is false the result is 0. An index
 * out of range fails at run time; negative ones are out of range, as in Java.
 */
public final class Get extends OpDef {
  public static final Get OP = new Get();

  private Get() {
    super("get");
  }

  public static Node get(Node array, List<Node> indices, Node guard) {
    List<Node> arguments = new ArrayList<>(indices);
    arguments.add(0, array);
    arguments.add(guard);
    return array.builder().apply(OP, Attrs.NONE, arguments);
  }

  /** On every path. */
  public static Node get(Node array, List<Node> indices) {
    return get(array, indices, array.builder().constant(DType.BOOL, 1L));
  }

  private static List<Node> indices(Apply apply) {
    return apply.arguments().subList(1, apply.arguments().size() - 1);
  }

  private static Node guard(Apply apply) {
    return apply.argument(apply.arguments().size() - 1);
  }

  private static Place place(Apply apply) {
    int last = apply.arguments().size() - 1;
    return new Place(apply, 1, last - 1, last);
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    TensorType array = arguments.get(0).tensor();
    int last = arguments.size() - 1;
    List<Node> indices = arguments.subList(1, last);
    return List.of(array.withShape(Place.shape(array.shape(), indices, arguments.get(last))));
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    Literal array = arguments.get(0);
    int offset = place(apply).offset(arguments);
    int[] from = array.shape();
    int[] shape = Arrays.copyOfRange(from, indices(apply).size(), from.length);
    if (offset < 0) {
      Literal zero = Literal.scalar(array.dtype(), 0L);
      return List.of(RowMajor.pick(zero, shape, flat -> 0));
    }
    return List.of(RowMajor.pick(array, shape, flat -> offset + flat));
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    Node cotangent = pullback.cotangent();
    pullback.update(0, adjoint -> accumulate(adjoint, indices(apply), cotangent, guard(apply)));
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node tangent = pushforward.tangent(0);
    return Collections.singletonList(
        tangent == null ? null : get(tangent, indices(apply), guard(apply)));
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    Place place = place(apply);
    List<Axis> axes = Lowering.axes(apply.tensor().shape());
    List<Scalar> inner = Lowering.positions(axes);
    Scalar body = lowering.read(0, place.at(lowering, inner));
    if (!place.isCertain()) {
      Scalar zero = Scalar.real(apply.tensor().dtype(), 0);
      body = Scalar.select(lowering.scalar(apply.arguments().size() - 1), body, zero);
    }
    lowering.emit(
        new Nest(axes, lowering.result(), inner, Combine.SET, body, null, place.checks(lowering)));
  }
}
