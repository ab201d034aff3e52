package org.croton.processor.rewrite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Result;
import org.jspecify.annotations.Nullable;

/**
 * Brings every value of one level of a graph to its normal form, operands before users, in program
 * order. What a rewrite puts in place is brought to its normal form too before anything that uses
 * it is looked at.
 */
final class Sweep {
  private final Function<Apply, @Nullable Node> rewrite;
  private final UnaryOperator<Region> body;
  private final Replaced replaced;
  private final RewriteTrace trace;

  /** Normal forms of what is settled. */
  private final Map<Node, Node> done = new HashMap<>();

  /** What stands for a value that is not settled yet. */
  private final Map<Node, Node> forward = new HashMap<>();

  /** Told of every value that takes another one's place. */
  interface Replaced {
    void by(Node old, Node made);
  }

  /**
   * @param rewrite one rewrite of an application whose operands are in normal form, or null
   * @param body rewrites the body of a region
   */
  Sweep(
      Function<Apply, @Nullable Node> rewrite,
      UnaryOperator<Region> body,
      Replaced replaced,
      RewriteTrace trace) {
    this.rewrite = rewrite;
    this.body = body;
    this.replaced = replaced;
    this.trace = trace;
  }

  /** Puts a value in another one's place, without looking into either. */
  void replace(Node old, Node made) {
    done.put(old, made);
    done.put(made, made);
  }

  List<Node> run(List<Node> roots) {
    for (Node node : Graph.reachable(roots)) {
      settle(node);
    }
    return roots.stream().map(done::get).toList();
  }

  private void settle(Node start) {
    Deque<Node> path = new ArrayDeque<>();
    Set<Node> active = new HashSet<>();
    enter(start, path, active);
    while (!path.isEmpty()) {
      Node node = path.peek();
      Node next = next(node);
      if (next != null) {
        enter(next, path, active);
      } else {
        path.pop();
        active.remove(node);
      }
    }
  }

  private void enter(Node node, Deque<Node> path, Set<Node> active) {
    if (!active.add(node)) {
      throw new EndlessRewrite("rewrites lead from " + node + " back to it", trace);
    }
    path.push(node);
  }

  /** What must be settled before this value can be; null once it is settled. */
  private @Nullable Node next(Node node) {
    if (done.containsKey(node)) {
      return null;
    }
    Node waiting = forward.get(node);
    if (waiting == null) {
      for (Node operand : Graph.operands(node)) {
        if (!done.containsKey(operand)) {
          return operand;
        }
      }
      waiting = step(node);
      if (waiting == node) {
        done.put(node, node);
        return null;
      }
      forward.put(node, waiting);
      replaced.by(node, waiting);
    }
    Node settled = done.get(waiting);
    if (settled == null) {
      return waiting;
    }
    done.put(node, settled);
    return null;
  }

  /** The value rebuilt from normal forms, or else rewritten once, or else itself. */
  private Node step(Node node) {
    if (node instanceof Result) {
      Result result = (Result) node;
      Apply apply = (Apply) settled(result.apply());
      return node.builder().result(apply, result.index());
    }
    if (!(node instanceof Apply)) {
      return node;
    }
    Apply apply = (Apply) node;
    List<Node> operands = new ArrayList<>();
    apply.arguments().forEach(argument -> operands.add(settled(argument)));
    List<Region> bodies = apply.regions().stream().map(body).toList();
    if (!operands.equals(apply.arguments()) || !bodies.equals(apply.regions())) {
      return node.builder().apply(apply.operator(), apply.attrs(), operands, bodies);
    }
    Node made = rewrite.apply(apply);
    return made == null ? node : made;
  }

  private Node settled(Node node) {
    Node settled = done.get(node);
    if (settled == null) {
      throw new IllegalStateException(node + " is not settled");
    }
    return settled;
  }
}
