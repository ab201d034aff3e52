package org.croton.processor.ops.control;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.indexing.Get;
import org.croton.processor.ops.indexing.Set;

/** The operands of a {@code get} or {@code set} by their roles. */
record Access(Apply apply) {
  Access {
    if (!isAccess(apply)) {
      throw new IllegalArgumentException(apply.toString());
    }
  }

  static boolean isAccess(Node node) {
    return isRead(node) || isWrite(node);
  }

  static boolean isRead(Node node) {
    return node instanceof Apply && ((Apply) node).is(Get.OP);
  }

  static boolean isWrite(Node node) {
    return node instanceof Apply && ((Apply) node).is(Set.OP);
  }

  Node array() {
    return apply.argument(0);
  }

  List<Node> indices() {
    return apply.arguments().subList(1, guardAt() - (isWrite(apply) ? 1 : 0));
  }

  /** What a {@code set} puts there. */
  Node value() {
    return apply.argument(guardAt() - 1);
  }

  Node guard() {
    return apply.argument(guardAt());
  }

  boolean isCertain() {
    return guard() instanceof Constant && ((Constant) guard()).value().integer(0) != 0;
  }

  private int guardAt() {
    return apply.arguments().size() - 1;
  }
}
