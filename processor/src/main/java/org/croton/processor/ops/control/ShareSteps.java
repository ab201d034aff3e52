package org.croton.processor.ops.control;

import static org.croton.processor.ops.indexing.Set.set;
import static org.croton.processor.ops.movement.Slice.slice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a counted loop's iterations compute only once: an array that takes the same values as
 * a part of another one is that part. So all states of a recurrence are one array, whether somebody
 * asks for those before or those after the iterations.
 */
public final class ShareSteps extends LoopPass {
  private ShareSteps(Spans spans) {
    super(spans);
  }

  public static Graph run(Graph graph, Spans spans) {
    return new ShareSteps(spans).run(graph);
  }

  @Override
  @Nullable List<@Nullable Node> rewrite(Cycle loop, IntPredicate isRead) {
    List<StepOutput> outputs = new ArrayList<>();
    for (int carry = 1; loop.isCounted() && carry <= loop.carries(); carry++) {
      StepOutput output = StepOutput.of(loop, carry, false);
      if (output != null && output.place() != null && Access.isWrite(loop.next(carry))) {
        outputs.add(output);
      }
    }
    Map<Integer, StepOutput> shared = new LinkedHashMap<>();
    for (StepOutput output : outputs) {
      StepOutput other = isFilled(output) ? larger(output, outputs) : null;
      if (other != null) {
        shared.put(output.carry(), other);
      }
    }
    return shared.isEmpty() ? null : without(loop, shared);
  }

  /** True if the array has exactly the slots that the iterations write. */
  private static boolean isFilled(StepOutput output) {
    Node initial = output.loop().outer(output.carry());
    StepPlace place = output.place();
    return isBlank(initial) && place != null && place.isWhole(initial.tensor().shape());
  }

  private static boolean isBlank(Node node) {
    return node instanceof Apply && ((Apply) node).is(Blank.OP);
  }

  private static @Nullable StepOutput larger(StepOutput output, List<StepOutput> outputs) {
    for (StepOutput other : outputs) {
      StepPlace place = other.place();
      boolean same = other.taken() == output.taken() && place != null && place.step() == 1;
      if (same && !isFilled(other)) {
        return other;
      }
    }
    return null;
  }

  private List<@Nullable Node> without(Cycle loop, Map<Integer, StepOutput> shared) {
    LoopDraft draft = LoopDraft.like(loop, spans());
    Substitution into =
        new Substitution(loop.apply().builder(), Map.of(loop.index(), draft.index()), spans());
    Map<Integer, Parameter> carries = new LinkedHashMap<>();
    for (int i = 1; i <= loop.inputs(); i++) {
      if (i > loop.carries()) {
        into.replace(loop.parameter(i), draft.invariant(loop.outer(i)));
      } else if (!shared.containsKey(i)) {
        carries.put(i, draft.carry(loop.outer(i)));
        into.replace(loop.parameter(i), carries.get(i));
      }
    }
    carries.forEach((i, carry) -> draft.next(carry, into.of(loop.next(i))));
    List<Integer> kept = new ArrayList<>(carries.keySet());
    List<Node> finals = draft.finish();
    List<@Nullable Node> results = new ArrayList<>();
    for (int i = 1; i <= loop.carries(); i++) {
      StepOutput other = shared.get(i);
      StepPlace place = other == null ? null : other.place();
      if (other == null || place == null) {
        results.add(finals.get(kept.indexOf(i)));
      } else {
        Node array = begun(other, finals.get(kept.indexOf(other.carry())));
        results.add(slice(array, place.box(array.tensor().shape())));
      }
    }
    return results;
  }

  /**
   * The array with its first entry if it has all values of a carried one: that entry is put there
   * after the loop, in place, so that the version before is not to be asked for.
   */
  private static Node begun(StepOutput path, Node array) {
    Cycle loop = path.loop();
    int carry = 1 + loop.body().results().indexOf(path.taken());
    StepPlace place = path.place();
    boolean second = carry > 0 && place != null && place.start().isOne() && place.step() == 1;
    if (!second || !isBlank(loop.outer(path.carry()))) {
      return array;
    }
    Node first = array.builder().constant(DType.I64, 0L);
    return set(array, List.of(first), loop.outer(carry));
  }
}
