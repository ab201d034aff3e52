package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.croton.processor.op.Pushforward;
import org.croton.processor.ops.indexing.Zeros;
import org.jspecify.annotations.Nullable;

/** The forward rule of a loop: the same loop, which carries the tangents of what it carries. */
final class LoopPushforward {
  private final Cycle loop;
  private final Pushforward pushforward;
  private final List<Parameter> parameters;
  private final LoopDraft draft;
  private final Substitution inner;

  private LoopPushforward(Cycle loop, Pushforward pushforward) {
    this.loop = loop;
    this.pushforward = pushforward;
    this.parameters = loop.body().parameters();
    this.draft = LoopDraft.like(loop, new Spans());
    this.inner = new Substitution(loop.apply().builder(), Map.of(parameters.get(0), draft.index()));
  }

  static List<@Nullable Node> tangents(Cycle loop, Pushforward pushforward) {
    return new LoopPushforward(loop, pushforward).tangents();
  }

  private List<@Nullable Node> tangents() {
    Set<Integer> varied = Activity.varied(loop, i -> tangent(i) != null);
    Map<Integer, Parameter> carried = carryPrimals();
    Map<Integer, Node> tangents = new LinkedHashMap<>();
    Map<Integer, Parameter> carriedTangents = new LinkedHashMap<>();
    for (int i = 1; i < parameters.size(); i++) {
      Node outer = tangent(i);
      if (varied.contains(i)) {
        Parameter tangent = draft.carry(outer != null ? outer : nothing(i));
        carriedTangents.put(i, tangent);
        tangents.put(i, tangent);
      } else if (outer != null && i > loop.carries()) {
        tangents.put(i, draft.invariant(outer));
      }
    }
    if (loop.condition() != null) {
      draft.holds(inner.of(loop.condition().results().get(0)));
    }
    advance(carried, carriedTangents, tangents);
    List<Node> finals = draft.finish();
    int all = loop.apply().resultTypes().size();
    List<@Nullable Node> results = new ArrayList<>(Collections.nCopies(all, null));
    int next = carried.size();
    for (int carry : carriedTangents.keySet()) {
      results.set(carry - 1, finals.get(next++));
    }
    return results;
  }

  /** The tangent of what does not change: zeros, or no entries. */
  private Node nothing(int carry) {
    Node initial = loop.outer(carry);
    return TapeStart.isTape(initial.type()) ? initial : Zeros.like(parameters.get(carry));
  }

  private @Nullable Node tangent(int input) {
    return pushforward.tangent(loop.argument(input));
  }

  private Map<Integer, Parameter> carryPrimals() {
    Map<Integer, Parameter> carried = new LinkedHashMap<>();
    for (int i = 1; i < parameters.size(); i++) {
      if (i <= loop.carries()) {
        Parameter carry = draft.carry(loop.outer(i));
        carried.put(i, carry);
        inner.replace(parameters.get(i), carry);
      } else {
        inner.replace(parameters.get(i), draft.invariant(loop.outer(i)));
      }
    }
    return carried;
  }

  private void advance(
      Map<Integer, Parameter> carried,
      Map<Integer, Parameter> carriedTangents,
      Map<Integer, Node> tangents) {
    List<Node> nexts = loop.body().results();
    List<Node> wrt = new ArrayList<>();
    tangents.keySet().forEach(i -> wrt.add(parameters.get(i)));
    List<Node> outputs = new ArrayList<>();
    carriedTangents.keySet().forEach(i -> outputs.add(nexts.get(i - 1)));
    List<@Nullable Node> made =
        pushforward.tangents(outputs, wrt, new ArrayList<>(tangents.values()));
    carried.forEach((i, carry) -> draft.next(carry, inner.of(nexts.get(i - 1))));
    int output = 0;
    for (Map.Entry<Integer, Parameter> entry : carriedTangents.entrySet()) {
      Node next = made.get(output++);
      draft.next(
          entry.getValue(),
          next != null
              ? inner.of(next)
              : TapeStart.isTape(entry.getValue().type())
                  ? entry.getValue()
                  : Zeros.like(parameters.get(entry.getKey())));
    }
  }
}
