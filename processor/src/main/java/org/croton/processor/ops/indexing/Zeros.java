package org.croton.processor.ops.indexing;

import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;

import org.croton.processor.ir.Node;

/** Arrays of zeros in the shape of another value. */
public final class Zeros {
  private Zeros() {}

  public static Node like(Node x) {
    return broadcastTo(x.builder().constant(x.tensor().dtype(), 0.0), x.tensor().shape());
  }
}
