package org.croton.processor.frontend.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Result;
import org.croton.processor.ops.control.TotalOps;

/** Which calls can fail at run time, so that only the path that takes them may compute them. */
final class Partial {
  private Partial() {}

  /** The operations of which a call's result is made that can fail, apart from its arguments. */
  static List<Apply> operations(Object result, List<Object> arguments) {
    List<Apply> found = new ArrayList<>();
    Set<Object> seen = new HashSet<>(arguments);
    Deque<Node> work = new ArrayDeque<>();
    push(result, work);
    while (!work.isEmpty()) {
      Node node = work.pop();
      if (seen.add(node)) {
        if (node instanceof Apply apply && !TotalOps.isTotal(apply)) {
          found.add(apply);
        }
        work.addAll(node instanceof Result part ? List.of(part.apply()) : Graph.operands(node));
      }
    }
    return found;
  }

  private static void push(Object result, Deque<Node> work) {
    if (result instanceof Node node) {
      work.add(node);
    } else if (result instanceof List<?> list) {
      list.forEach(item -> push(item, work));
    }
  }
}
