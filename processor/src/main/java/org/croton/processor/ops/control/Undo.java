package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Substitution;
import org.croton.processor.op.Extents;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a loop wrote to a carried array: a loop that walks back carries the array as it
 * was, beginning with the final one, and puts back what each write overwrote. Only that is saved,
 * where a copy of the array for each iteration would be as large as the array each time.
 */
final class Undo implements Memory {
  private final Cycle loop;
  private final int carry;
  private final List<UndoStep> steps;
  private final List<Node> operands;
  private final Tapes tapes;
  private final List<Node> saved;

  private Undo(Cycle loop, int carry, List<UndoStep> steps, Extents around) {
    this.loop = loop;
    this.carry = carry;
    this.steps = steps;
    Set<Node> all = new LinkedHashSet<>();
    steps.forEach(step -> all.addAll(step.operands()));
    this.operands = List.copyOf(all);
    this.tapes = new Tapes(loop, operands, around);
    Set<Node> spoiled = dependents(operands, array());
    this.saved =
        TapeCut.choose(
            operands,
            node -> (spoiled.contains(node) && all.contains(node)) || tapes.mustSave(node),
            tapes::operands);
  }

  /**
   * Null if the carried value is no array that the body writes to in parts, or if not all of these
   * can be taken back.
   *
   * @param around what is known of integer scalars around the loop
   */
  static @Nullable Undo of(Cycle loop, int carry, Extents around) {
    if (loop.segment() != null || loop.next(carry) == loop.parameter(carry)) {
      return null;
    }
    Extents inside = Ranges.inside(loop, around);
    List<UndoStep> steps = UndoStep.chain(loop.next(carry), loop.parameter(carry), inside);
    return steps == null ? null : new Undo(loop, carry, steps, around);
  }

  /**
   * The arrays of a loop that can be carried back and on which something depends that would be
   * saved.
   */
  static List<Undo> candidates(Cycle loop, List<Node> saved, Extents around) {
    Set<Node> needed = new HashSet<>(Graph.reachable(saved));
    List<Undo> candidates = new ArrayList<>();
    for (int carry = 1; carry <= loop.carries(); carry++) {
      Node array = loop.parameter(carry);
      boolean isArray = array.type() instanceof TensorType && array.tensor().rank() > 0;
      Undo undo = isArray && needed.contains(array) ? of(loop, carry, around) : null;
      if (undo != null) {
        candidates.add(undo);
      }
    }
    return candidates;
  }

  private Parameter array() {
    return loop.parameter(carry);
  }

  private static Set<Node> dependents(List<Node> values, Node on) {
    Set<Node> dependents = new HashSet<>(Set.of(on));
    for (Node node : Graph.reachable(values)) {
      if (Graph.operands(node).stream().anyMatch(dependents::contains)) {
        dependents.add(node);
      }
    }
    return dependents;
  }

  /** The versions that it gives back, and what it needs from tapes for them. */
  @Override
  public List<Node> known() {
    List<Node> known = new ArrayList<>(versions());
    known.addAll(saved);
    return known;
  }

  @Override
  public List<Node> kept() {
    return saved;
  }

  /** Newest first. */
  private List<Node> versions() {
    List<Node> versions = new ArrayList<>(List.of(loop.next(carry)));
    steps.forEach(step -> versions.add(step.older()));
    return versions;
  }

  @Override
  public Map<Node, Set<Node>> older() {
    Map<Node, Set<Node>> older = new HashMap<>();
    for (UndoStep step : steps) {
      if (step.isLoop()) {
        List<Node> versions = versions();
        older.put(
            step.newer(),
            new HashSet<>(versions.subList(versions.indexOf(step.older()), versions.size())));
      }
    }
    return older;
  }

  /** Carries the array in the loop that walks back. */
  @Override
  public Map<Node, Node> recall(LoopDraft reverse) {
    Parameter array = reverse.carry(loop.result(carry));
    Substitution into = tapes.images(operands, saved, Map.of(), reverse);
    Map<Node, Node> images = new HashMap<>();
    images.put(loop.next(carry), array);
    into.replace(loop.next(carry), array);
    for (UndoStep step : steps) {
      Node image = into.of(step.image());
      into.replace(step.older(), image);
      images.put(step.older(), image);
    }
    saved.forEach(node -> images.put(node, into.of(node)));
    reverse.next(array, into.of(array()));
    return images;
  }

  /** The array before the loop, made from the one after it. */
  Node back() {
    LoopDraft reverse = new LoopDraft(loop.trips(), loop.body().depth());
    recall(reverse);
    return reverse.finish().get(0);
  }
}
