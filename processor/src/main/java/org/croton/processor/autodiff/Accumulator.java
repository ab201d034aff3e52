package org.croton.processor.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.elementwise.Add;
import org.croton.processor.ops.indexing.Zeros;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * The adjoint of one value while its contributions arrive. The first whole contribution is the
 * adjoint itself, without zeros to add to. Partial changes wait until somebody reads the adjoint:
 * on top of the sum of all whole contributions they can be made in place, in whatever order both
 * came.
 */
final class Accumulator {
  private final Node value;
  private final List<UnaryOperator<Node>> changes = new ArrayList<>();
  private @Nullable Node sum;

  Accumulator(Node value) {
    this.value = value;
  }

  private TensorType type() {
    return value.tensor();
  }

  void add(Node contribution) {
    Node fitted = Fit.down(contribution, type());
    sum = sum == null ? fitted : Add.add(sum, fitted);
  }

  void change(UnaryOperator<Node> change) {
    changes.add(change);
  }

  /** The adjoint, of the value's type; null if nothing was contributed. */
  @Nullable Node read() {
    return sum == null && changes.isEmpty() ? null : soFar();
  }

  /** The adjoint by now; zeros if nothing was contributed yet. */
  Node soFar() {
    Node settled = sum == null ? Zeros.like(value) : Fit.up(sum, type().shape());
    for (UnaryOperator<Node> change : changes) {
      settled = change.apply(settled);
    }
    replace(settled);
    return settled;
  }

  /** Puts what {@link #soFar} became in its place. */
  void replace(Node adjoint) {
    changes.clear();
    sum = adjoint;
  }
}
