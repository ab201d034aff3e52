package org.croton.processor.ops.control;

import java.util.HashSet;
import java.util.Set;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;

/**
 * Whether a loop uses an array only by its elements: reads some, writes some, hands it to inner
 * loops that do the same, and carries no other version of it than its own.
 */
final class RowUse {
  private final Cycle loop;
  private final int input;
  private final Set<Node> versions = new HashSet<>();

  private RowUse(Cycle loop, int input) {
    this.loop = loop;
    this.input = input;
    versions.add(loop.parameter(input));
  }

  static boolean isByElements(Cycle loop, int input) {
    return new RowUse(loop, input).isByElements();
  }

  private boolean isByElements() {
    boolean inCondition =
        loop.condition() != null
            && Graph.reachable(loop.condition().results()).contains(loop.parameter(input));
    if (inCondition) {
      return false;
    }
    for (Node node : Graph.reachable(loop.body().results())) {
      if (node instanceof Apply && !visit((Apply) node)) {
        return false;
      }
    }
    for (int carry = 1; carry <= loop.carries(); carry++) {
      if (versions.contains(loop.next(carry)) != (carry == input)) {
        return false;
      }
    }
    return true;
  }

  /** False if the application uses a version in another way. */
  private boolean visit(Apply apply) {
    long uses = apply.arguments().stream().filter(versions::contains).count();
    if (uses == 0) {
      return true;
    }
    if (Cycle.is(apply)) {
      return visit(new Cycle(apply));
    }
    boolean first = uses == 1 && versions.contains(apply.argument(0));
    if (first && Access.isWrite(apply)) {
      return versions.add(apply);
    }
    return first && Access.isRead(apply) && !new Access(apply).indices().isEmpty();
  }

  private boolean visit(Cycle inner) {
    for (int i = 1; i <= inner.inputs(); i++) {
      if (versions.contains(inner.outer(i))) {
        if (!isByElements(inner, i)) {
          return false;
        }
        if (i <= inner.carries()) {
          versions.add(inner.result(i));
        }
      }
    }
    return true;
  }
}
