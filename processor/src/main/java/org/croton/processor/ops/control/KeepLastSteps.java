package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Where.where;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.jspecify.annotations.Nullable;

/**
 * Carries only those steps of an array that are read later: a loop that fills {@code path} needs no
 * array if the code after it asks for {@code path[n - 1]}. Works in the bodies of loops too.
 */
public final class KeepLastSteps {
  private final GraphBuilder builder;
  private final Spans spans;
  private final Predicate<LastSteps> applies;

  private KeepLastSteps(GraphBuilder builder, Spans spans, Predicate<LastSteps> applies) {
    this.builder = builder;
    this.spans = spans;
    this.applies = applies;
  }

  public static Graph run(Graph graph, Spans spans) {
    KeepLastSteps keep = new KeepLastSteps(graph.builder(), spans, steps -> true);
    return graph.withOutputs(keep.run(graph.outputValues()));
  }

  /**
   * As {@link #run} for values that are to be differentiated: only where the array records a value
   * that the loop carries anyway, so that the loop stays one with the loop as it was.
   */
  public static List<Node> ofRecords(List<Node> values, Spans spans) {
    if (values.isEmpty()) {
      return values;
    }
    Predicate<LastSteps> records = steps -> steps.recorded() > 0;
    return new KeepLastSteps(values.get(0).builder(), spans, records).run(values);
  }

  private List<Node> run(List<Node> values) {
    List<Node> kept = insideRegions(values);
    List<Node> before;
    do {
      before = kept;
      kept = one(before);
    } while (!kept.equals(before));
    return kept;
  }

  private List<Node> insideRegions(List<Node> values) {
    Substitution changed = new Substitution(builder, Map.of(), spans);
    for (Node node : Graph.reachable(values)) {
      if (node instanceof Apply && !((Apply) node).regions().isEmpty()) {
        Apply apply = (Apply) node;
        List<Region> regions =
            apply.regions().stream()
                .map(region -> new Region(region.parameters(), run(region.results())))
                .toList();
        if (!regions.equals(apply.regions())) {
          List<Node> arguments = changed.of(apply.arguments());
          Apply made = builder.apply(apply.operator(), apply.attrs(), arguments, regions);
          spans.derive(made, apply);
          changed.replace(apply, made);
        }
      }
    }
    return changed.of(values);
  }

  private List<Node> one(List<Node> values) {
    List<Node> nodes = Graph.reachable(values);
    Map<Node, List<Node>> users = new HashMap<>();
    for (Node node : nodes) {
      Graph.operands(node).forEach(x -> users.computeIfAbsent(x, k -> new ArrayList<>()).add(node));
    }
    // A value of the level itself is read by who knows whom.
    values.forEach(value -> users.computeIfAbsent(value, k -> new ArrayList<>()).add(value));
    for (Node node : nodes) {
      Cycle loop = Cycle.is(node) ? new Cycle((Apply) node) : null;
      for (int carry = 1; loop != null && loop.isCounted() && carry <= loop.carries(); carry++) {
        @Nullable LastSteps steps = LastSteps.of(loop, carry, users);
        if (steps != null && applies.test(steps)) {
          return new Substitution(builder, rebuilt(steps), spans).of(values);
        }
      }
    }
    return values;
  }

  /** What becomes of the loop's results and of the reads of the array. */
  private Map<Node, Node> rebuilt(LastSteps steps) {
    Cycle loop = steps.loop();
    LoopDraft draft = LoopDraft.like(loop, spans);
    Substitution into = new Substitution(builder, Map.of(loop.index(), draft.index()), spans);
    Map<Integer, Parameter> carries = new LinkedHashMap<>();
    for (int i = 1; i <= loop.inputs(); i++) {
      if (i > loop.carries()) {
        into.replace(loop.parameter(i), draft.invariant(loop.outer(i)));
      } else if (i != steps.carry()) {
        carries.put(i, draft.carry(loop.outer(i)));
        into.replace(loop.parameter(i), carries.get(i));
      }
    }
    List<Parameter> last = new ArrayList<>();
    for (int k = 1; steps.recorded() == 0 && k <= steps.count(); k++) {
      last.add(draft.carry(Objects.requireNonNull(steps.start(k))));
    }
    steps
        .before()
        .forEach(
            (read, back) -> {
              Node guard = into.of(new Access(read).guard());
              into.replace(read, LastSteps.seen(guard, last.get(back - 1)));
            });
    carries.forEach((i, carry) -> draft.next(carry, into.of(loop.next(i))));
    for (int k = 0; k < last.size(); k++) {
      Node taken = new Access((Apply) loop.next(steps.carry())).value();
      draft.next(last.get(k), k == 0 ? into.of(taken) : last.get(k - 1));
    }
    return images(steps, new ArrayList<>(carries.keySet()), draft.finish());
  }

  private Map<Node, Node> images(LastSteps steps, List<Integer> carries, List<Node> finals) {
    Cycle loop = steps.loop();
    Map<Node, Node> images = new HashMap<>();
    for (int i = 0; i < carries.size(); i++) {
      spans.derive(finals.get(i), loop.result(carries.get(i)));
      images.put(loop.result(carries.get(i)), finals.get(i));
    }
    steps
        .after()
        .forEach(
            (read, back) -> {
              int recorded = steps.recorded();
              int at = recorded > 0 ? carries.indexOf(recorded) : carries.size() + back;
              images.put(read, read(steps, read, finals.get(at)));
            });
    return images;
  }

  /** A read after the loop, given the value that takes its place. */
  private Node read(LastSteps steps, Apply read, Node value) {
    Node unrun = steps.unrun(new Access(read));
    if (unrun == null) {
      return value;
    }
    Access last = steps.lastWritten();
    spans.derive(unrun, last == null ? read : last.apply());
    Node made = where(steps.ran(), value, unrun);
    spans.derive(made, read);
    return made;
  }
}
