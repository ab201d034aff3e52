package org.croton.processor.ops.reduction;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Combine;
import org.croton.processor.op.AxesAttrs;

/** The position of the largest element along an axis; see {@link ArgExtreme} for ties and NaN. */
public final class Argmax extends ArgExtreme {
  public static final Argmax OP = new Argmax();

  private Argmax() {
    super("argmax", Combine.MAXIMUM);
  }

  public static Node argmax(Node x, int axis) {
    return x.builder().apply(OP, new AxesAttrs(List.of(axis)), List.of(x));
  }

  @Override
  boolean better(double x, double best) {
    return x > best;
  }

  @Override
  boolean better(long x, long best) {
    return x > best;
  }
}
