package org.croton.processor.ops.indexing;

import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;

import org.croton.processor.ir.Node;

/** Arrays of zeros in the shape of another value. */
final class Zeros {
  private Zeros() {}

  static Node like(Node x) {
    return broadcastTo(x.builder().constant(x.tensor().dtype(), 0.0), x.tensor().shape());
  }
}
