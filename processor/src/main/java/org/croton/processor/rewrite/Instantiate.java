package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.rule.Match;
import org.croton.processor.rule.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Builds the right side of a rule. A number takes the dtype of the operands beside it, or of the
 * place that the call stands in.
 */
final class Instantiate {
  private final Match match;

  private Instantiate(Match match) {
    this.match = match;
  }

  static Node build(Pattern pattern, Match match) {
    return new Instantiate(match).build(pattern, match.root().tensor().dtype());
  }

  private Node build(Pattern pattern, DType place) {
    if (pattern instanceof Pattern.Any) {
      return match.node(((Pattern.Any) pattern).name());
    }
    if (pattern instanceof Pattern.AnyConstant) {
      return match.node(((Pattern.AnyConstant) pattern).name());
    }
    if (pattern instanceof Pattern.Number) {
      return match.root().builder().constant(place, ((Pattern.Number) pattern).value());
    }
    if (pattern instanceof Pattern.Made) {
      return ((Pattern.Made) pattern).maker().apply(match);
    }
    if (pattern instanceof Pattern.Call) {
      return buildCall((Pattern.Call) pattern, place);
    }
    throw new IllegalArgumentException("not a right side: " + pattern);
  }

  private Node buildCall(Pattern.Call call, DType place) {
    List<@Nullable Node> built = new ArrayList<>();
    DType beside = null;
    for (Pattern argument : call.arguments()) {
      Node node = argument instanceof Pattern.Number ? null : build(argument, place);
      built.add(node);
      if (node != null && node.tensor().dtype() != DType.BOOL) {
        beside = node.tensor().dtype();
      }
    }
    DType numbers = beside == null ? place : beside;
    List<Node> arguments = new ArrayList<>();
    for (int i = 0; i < built.size(); i++) {
      Node node = built.get(i);
      arguments.add(node != null ? node : build(call.arguments().get(i), numbers));
    }
    return match.root().builder().apply(call.operator(), attrs(call), arguments);
  }

  private Attrs attrs(Pattern.Call call) {
    if (call.attrsName() != null) {
      return match.attrs(call.attrsName());
    }
    return call.attrs() == null ? Attrs.NONE : call.attrs();
  }
}
