package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.indexing.Get.get;
import static org.croton.processor.ops.indexing.Set.set;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.croton.DType;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a counted loop what need not be computed step by step, as {@link LoopSplit} decides:
 * products that no carried value goes into are one product before the loop, of which each iteration
 * reads its part; what the iterations only hand out is computed after the loop, for all of them at
 * once, from what the loop records. A loop that only maps is no loop any more.
 */
public final class SplitLoop extends LoopPass {
  private SplitLoop(Spans spans) {
    super(spans);
  }

  public static Graph run(Graph graph, Spans spans) {
    return new SplitLoop(spans).run(graph);
  }

  @Override
  @Nullable List<@Nullable Node> rewrite(Cycle loop, IntPredicate isRead) {
    Dim trips = loop.isCounted() ? Trips.of(loop) : null;
    LoopSplit split = trips == null ? null : LoopSplit.of(loop, trips);
    return split == null ? null : new Rebuild(loop, split).results();
  }

  /** The loop that is left, and what stands around it. */
  private final class Rebuild {
    private final Cycle loop;
    private final LoopSplit split;
    private final GraphBuilder builder;
    private final LoopDraft draft;
    private final Substitution inside;
    private final Map<Integer, Parameter> carries = new LinkedHashMap<>();

    private Rebuild(Cycle loop, LoopSplit split) {
      this.loop = loop;
      this.split = split;
      this.builder = loop.apply().builder();
      this.draft = LoopDraft.like(loop, spans());
      this.inside = new Substitution(builder, Map.of(loop.index(), draft.index()), spans());
    }

    private List<@Nullable Node> results() {
      Map<Integer, Node> after = new HashMap<>();
      split.outputs().forEach(output -> after.put(output.carry(), output.after(split.batch())));
      bind();
      for (Map.Entry<Integer, Parameter> carry : carries.entrySet()) {
        draft.next(carry.getValue(), inside.of(loop.next(carry.getKey())));
      }
      List<Parameter> placeholders = record(after);
      List<Node> finals = draft.finish();
      Substitution outside = new Substitution(builder, Map.of(), spans());
      for (int i = 0; i < placeholders.size(); i++) {
        outside.replace(placeholders.get(i), finals.get(carries.size() + i));
      }
      List<@Nullable Node> results = new ArrayList<>();
      int next = 0;
      for (int i = 1; i <= loop.carries(); i++) {
        Node late = after.get(i);
        results.add(late != null ? outside.of(late) : finals.get(next++));
      }
      return results;
    }

    private void bind() {
      Set<Integer> late = new HashSet<>();
      split.outputs().forEach(output -> late.add(output.carry()));
      for (int i = 1; i <= loop.inputs(); i++) {
        if (i > loop.carries()) {
          inside.replace(loop.parameter(i), draft.invariant(loop.outer(i)));
        } else if (!late.contains(i)) {
          carries.put(i, draft.carry(loop.outer(i)));
          inside.replace(loop.parameter(i), carries.get(i));
        }
      }
      split
          .early()
          .forEach(
              (value, all) -> inside.replace(value, get(draft.invariant(all), List.of(entry()))));
    }

    /** Which entry is the iteration's. */
    private Node entry() {
      Node last = sub(draft.invariant(loop.trips()), builder.constant(DType.I64, 1L));
      return split.descending() ? sub(last, draft.index()) : draft.index();
    }

    /** Carries arrays for what is computed later from the iterations' values. */
    private List<Parameter> record(Map<Integer, Node> after) {
      Set<Node> read = new HashSet<>(Graph.reachable(after.values()));
      List<Parameter> placeholders = new ArrayList<>();
      split
          .batch()
          .recorded()
          .forEach(
              (value, placeholder) -> {
                if (read.contains(placeholder)) {
                  TensorType type = placeholder.tensor();
                  Parameter array = draft.carry(Blank.blank(builder, type));
                  draft.next(array, set(array, List.of(entry()), inside.of(value)));
                  placeholders.add(placeholder);
                }
              });
      return placeholders;
    }
  }
}
