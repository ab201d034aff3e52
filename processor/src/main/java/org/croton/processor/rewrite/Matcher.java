package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Node;
import org.croton.processor.op.OpDef;
import org.croton.processor.rule.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds all ways in which a pattern matches a value. Operands of commutative operators match in
 * either order.
 */
final class Matcher {
  private Matcher() {}

  /** The ways to match, first the one that keeps the operands' order; empty if there is none. */
  static List<Bindings> match(Pattern pattern, Node root) {
    return match(pattern, root, Bindings.of(root));
  }

  private static List<Bindings> match(Pattern pattern, Node node, Bindings so) {
    if (pattern instanceof Pattern.Any) {
      return one(so.bind(((Pattern.Any) pattern).name(), node));
    }
    if (pattern instanceof Pattern.Number) {
      return hasValue(node, ((Pattern.Number) pattern).value()) ? List.of(so) : List.of();
    }
    if (pattern instanceof Pattern.AnyConstant) {
      return node instanceof Constant
          ? one(so.bind(((Pattern.AnyConstant) pattern).name(), node))
          : List.of();
    }
    if (pattern instanceof Pattern.Named) {
      Pattern.Named named = (Pattern.Named) pattern;
      Bindings bound = so.bind(named.name(), node);
      return bound == null ? List.of() : match(named.pattern(), node, bound);
    }
    if (pattern instanceof Pattern.Call) {
      return matchCall((Pattern.Call) pattern, node, so);
    }
    throw new IllegalArgumentException("not a left side: " + pattern);
  }

  private static List<Bindings> one(@Nullable Bindings bindings) {
    return bindings == null ? List.of() : List.of(bindings);
  }

  private static boolean hasValue(Node node, double value) {
    OptionalDouble uniform = Uniform.value(node);
    return uniform.isPresent()
        && uniform.getAsDouble() == Uniform.round(node.tensor().dtype(), value);
  }

  private static List<Bindings> matchCall(Pattern.Call call, Node node, Bindings so) {
    if (!(node instanceof Apply) || !((Apply) node).is(call.operator())) {
      return List.of();
    }
    Apply apply = (Apply) node;
    if (call.arguments().size() != apply.arguments().size()
        || (call.attrs() != null && !call.attrs().equals(apply.attrs()))) {
      return List.of();
    }
    Bindings bound = node == so.root() ? so : so.through(node);
    if (call.attrsName() != null) {
      bound = bound.bind(call.attrsName(), apply.attrs());
      if (bound == null) {
        return List.of();
      }
    }
    List<Bindings> ways =
        new ArrayList<>(matchAll(call.arguments(), apply.arguments(), List.of(bound)));
    if (((OpDef) call.operator()).isCommutative()) {
      List<Node> swapped = List.of(apply.argument(1), apply.argument(0));
      ways.addAll(matchAll(call.arguments(), swapped, List.of(bound)));
    }
    return ways;
  }

  private static List<Bindings> matchAll(
      List<Pattern> patterns, List<Node> nodes, List<Bindings> ways) {
    List<Bindings> current = ways;
    for (int i = 0; i < patterns.size() && !current.isEmpty(); i++) {
      List<Bindings> next = new ArrayList<>();
      for (Bindings way : current) {
        next.addAll(match(patterns.get(i), nodes.get(i), way));
      }
      current = next;
    }
    return current;
  }
}
