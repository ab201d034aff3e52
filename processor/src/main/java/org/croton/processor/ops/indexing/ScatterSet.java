package org.croton.processor.ops.indexing;

import static org.croton.processor.ops.elementwise.Eq.eq;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.ops.indexing.Gather.gather;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.movement.Iota.iota;
import static org.croton.processor.ops.movement.Reshape.reshape;

import java.util.List;
import java.util.stream.IntStream;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Combine;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/** Values put at the positions that {@code gather} would read; of repeated ones the last stays. */
public final class ScatterSet extends ScatterUpdate {
  public static final ScatterSet OP = new ScatterSet();

  private ScatterSet() {
    super("scatterSet", Combine.SET);
  }

  /** The indices stand for the axes {@code axis}, {@code axis + 1}, ... of {@code base}. */
  public static Node scatterSet(Node base, List<Node> indices, Node values, int axis) {
    return OP.of(base, indices, values, axis);
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    Node g = pullback.cotangent();
    int last = valuesAt(apply);
    if (pullback.wants(0)) {
      Node zeros = Zeros.like(apply.argument(last));
      pullback.accumulate(0, scatterSet(g, indices(apply), zeros, axis(apply)));
    }
    if (pullback.wants(last)) {
      Node share = gather(g, indices(apply), axis(apply));
      pullback.accumulate(last, where(stays(apply), share, Zeros.like(share)));
    }
  }

  /** Which values are not overwritten by later ones; broadcasts against the values. */
  private static Node stays(Apply apply) {
    Shape array = apply.tensor().shape();
    int axis = axis(apply);
    int count = indices(apply).size();
    Shape addressed = new Shape(array.dims().subList(axis, axis + count));
    int tail = array.rank() - axis - count;
    Shape values = apply.argument(valuesAt(apply)).tensor().shape();
    Shape common = new Shape(values.dims().subList(axis, values.rank() - tail));
    GraphBuilder builder = apply.builder();
    Node numbers = reshape(iota(builder, common.size()), common);
    Node none = broadcastTo(builder.constant(DType.I64, 0L), addressed);
    Node winners = scatterSet(none, indices(apply), numbers, 0);
    Node stays = eq(gather(winners, indices(apply), 0), numbers);
    List<Integer> after = IntStream.range(0, tail).mapToObj(i -> common.rank() + i).toList();
    return expandDims(stays, after);
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    Node base = pushforward.tangent(0);
    Node values = pushforward.tangent(valuesAt(apply));
    return List.of(
        scatterSet(
            base == null ? Zeros.like(apply) : base,
            indices(apply),
            values == null ? Zeros.like(apply.argument(valuesAt(apply))) : values,
            axis(apply)));
  }
}
