package org.croton.processor.surface;

import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;

import org.croton.DType;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Shape;

/** Arrays of one value. */
final class Filled {
  private Filled() {}

  static Node of(Call call, DType dtype, Shape shape, double value) {
    return broadcastTo(call.builder().constant(dtype, value), shape);
  }

  static Node like(Call call, Node x, double value) {
    return of(call, x.tensor().dtype(), x.tensor().shape(), value);
  }
}
