package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.op.Elementwise;
import org.croton.processor.ops.movement.BroadcastTo;
import org.croton.processor.type.Broadcast;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Takes explicit broadcasts off the operands of elementwise ops wherever the op's own broadcasting
 * gives the same shape.
 */
final class DropBroadcast implements Step {
  @Override
  public String name() {
    return "drop-broadcast";
  }

  @Override
  public @Nullable Node simplify(Apply apply) {
    if (!(apply.operator() instanceof Elementwise)) {
      return null;
    }
    List<Node> arguments = new ArrayList<>(apply.arguments());
    boolean changed = false;
    for (int i = 0; i < arguments.size(); i++) {
      Node kept = arguments.get(i);
      if (kept instanceof Apply && ((Apply) kept).is(BroadcastTo.OP)) {
        arguments.set(i, ((Apply) kept).argument(0));
        if (sameShape(apply, arguments)) {
          changed = true;
        } else {
          arguments.set(i, kept);
        }
      }
    }
    return changed ? apply.builder().apply(apply.operator(), apply.attrs(), arguments) : null;
  }

  private static boolean sameShape(Apply apply, List<Node> arguments) {
    List<Shape> shapes = arguments.stream().map(node -> node.tensor().shape()).toList();
    return Broadcast.shapes(apply.operator().name(), shapes).equals(apply.tensor().shape());
  }
}
