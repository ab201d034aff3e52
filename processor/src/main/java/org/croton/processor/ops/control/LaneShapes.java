package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.control.LaneBody.Unsuited;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;

/**
 * The axis that values have for the iterations of a block: the last one.
 *
 * @param areLanes false where an iteration runs alone, and values have no such axis
 */
record LaneShapes(boolean areLanes) {
  /** The type with the axis. */
  TensorType wide(TensorType type) {
    Shape shape = type.shape();
    return areLanes ? type.withShape(shape.with(shape.rank(), Dim.of(LaneViews.LANES))) : type;
  }

  /** The value with the axis, whether its entries differ or not. */
  Node wide(LaneValue value) {
    Node node = value.node();
    if (value.isLane() || !areLanes) {
      return node;
    }
    if (node instanceof Apply && ((Apply) node).is(Blank.OP)) {
      return Blank.blank(node.builder(), wide(node.tensor()));
    }
    return broadcastTo(column(node), wide(node.tensor()).shape());
  }

  /** An operand of an elementwise operation whose result has the rank, apart from the axis. */
  Node aligned(LaneValue value, int rank) {
    return areLanes && !value.isLane() && rank > 0 ? column(value.node()) : value.node();
  }

  private static Node column(Node node) {
    return node.tensor().isScalar() ? node : expandDims(node, List.of(node.tensor().rank()));
  }

  /** The sum over all iterations. */
  Node total(LaneValue value) throws Unsuited {
    Node node = value.node();
    if (!(value.isSame() || value.isLane()) || !node.tensor().dtype().isFloating()) {
      throw new Unsuited();
    }
    if (!areLanes) {
      return node;
    }
    return value.isLane()
        ? sum(node, List.of(node.tensor().rank() - 1))
        : mul(node, node.builder().constant(node.tensor().dtype(), (double) LaneViews.LANES));
  }

  /** A scalar 0 of the value's dtype. */
  static Node zero(Node like) {
    return like.tensor().dtype().isFloating()
        ? like.builder().constant(like.tensor().dtype(), 0.0)
        : like.builder().constant(like.tensor().dtype(), 0L);
  }
}
