package org.croton.processor.ir;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether values are computed from others, by whatever way. */
public final class Dependence {
  private Dependence() {}

  /** Whether the source is among the values or what they are computed from. */
  public static boolean of(List<? extends Node> values, Node source) {
    Set<Node> seen = new HashSet<>(values);
    Deque<Node> work = new ArrayDeque<>(values);
    while (!work.isEmpty()) {
      Node node = work.pop();
      if (node == source) {
        return true;
      }
      for (Node operand : Graph.operands(node)) {
        if (seen.add(operand)) {
          work.push(operand);
        }
      }
    }
    return false;
  }
}
