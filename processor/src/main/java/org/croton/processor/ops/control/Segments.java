package org.croton.processor.ops.control;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.And.and;
import static org.croton.processor.ops.elementwise.FloorDiv.floorDiv;
import static org.croton.processor.ops.elementwise.Lt.lt;
import static org.croton.processor.ops.elementwise.Minimum.minimum;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.movement.Size.size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.croton.processor.type.Dim;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a loop into segments: a loop over segments of loops over iterations, which computes the
 * same. Its reverse keeps the carried values at the start of each segment and runs the segment
 * again to know what happened in it. So a tape has an entry for each segment and, at any time, one
 * for each iteration of one segment.
 */
public final class Segments {
  private final Cycle loop;
  private final GraphBuilder builder;
  private final Dim length;
  private final Spans spans;
  private final int depth;

  /** Stand in the segment for its first iteration, its length and the values carried into it. */
  private final Parameter start;

  private final Parameter count;
  private final List<Parameter> states = new ArrayList<>();

  private Segments(Cycle loop, Dim length, Spans spans) {
    this.loop = loop;
    this.builder = loop.apply().builder();
    this.length = length;
    this.spans = spans;
    this.depth = loop.body().depth();
    this.start = builder.placeholder(depth - 1, LoopTypes.NUMBER);
    this.count = builder.placeholder(depth - 1, LoopTypes.NUMBER);
    for (int i = 1; i <= loop.carries(); i++) {
      states.add(builder.placeholder(depth - 1, loop.parameter(i).type()));
    }
  }

  /**
   * The carried values after the last iteration.
   *
   * @param loop a {@code loop} or {@code while}
   * @param length iterations of a segment, at least 1
   */
  public static List<Node> cut(Apply loop, Dim length, Spans spans) {
    return new Segments(new Cycle(loop), length, spans).cut();
  }

  /** The number of iterations of a counted loop, if sizes tell. Null for any other loop. */
  public static @Nullable Dim iterations(Apply loop) {
    Cycle cycle = new Cycle(loop);
    return cycle.isCounted() ? Trips.of(cycle) : null;
  }

  private List<Node> cut() {
    LoopDraft blocks =
        loop.isCounted()
            ? new LoopDraft(blocks(), depth, spans)
            : LoopDraft.conditional(builder, depth, spans);
    Node first = mul(blocks.index(), size(builder, length));
    Map<Node, Node> images = new HashMap<>(Map.of(start, first));
    List<Parameter> carries = new ArrayList<>();
    for (int i = 1; i <= loop.carries(); i++) {
      carries.add(blocks.carry(loop.outer(i)));
      images.put(states.get(i - 1), carries.get(i - 1));
    }
    if (loop.isCounted()) {
      Node rest = sub(blocks.invariant(loop.trips()), first);
      images.put(count, minimum(size(builder, length), rest));
    } else {
      blocks.holds(condition(blocks, first, carries));
    }
    List<Node> ends = Enclosure.of(segment(), images, blocks);
    for (int i = 0; i < carries.size(); i++) {
      blocks.next(carries.get(i), ends.get(i));
    }
    return blocks.finish();
  }

  private Node blocks() {
    Dim trips = Trips.of(loop);
    if (trips != null) {
      return size(builder, trips.plus(length).minus(Dim.ONE).floorDiv(length));
    }
    Node reach = add(loop.trips(), size(builder, length.minus(Dim.ONE)));
    return floorDiv(reach, size(builder, length));
  }

  /** The iterations of one segment, as a loop of its own. */
  private List<Node> segment() {
    LoopDraft draft =
        loop.isCounted()
            ? new LoopDraft(count, depth, spans).segment(length)
            : LoopDraft.conditional(builder, depth, spans).segment(length);
    Node index = add(draft.invariant(start), draft.index());
    List<Parameter> carries = new ArrayList<>();
    states.forEach(state -> carries.add(draft.carry(state)));
    Substitution into = new Substitution(builder, inside(draft, index, carries), spans);
    if (loop.condition() != null) {
      Node holds = into.of(loop.condition().results().get(0));
      draft.holds(and(lt(draft.index(), size(builder, length)), holds));
    }
    for (int i = 1; i <= loop.carries(); i++) {
      draft.next(carries.get(i - 1), into.of(loop.next(i)));
    }
    return draft.finish();
  }

  private Node condition(LoopDraft blocks, Node first, List<Parameter> carries) {
    Map<Node, Node> images = inside(blocks, first, carries);
    return new Substitution(builder, images, spans)
        .of(Objects.requireNonNull(loop.condition()).results().get(0));
  }

  private Map<Node, Node> inside(LoopDraft draft, Node index, List<Parameter> carries) {
    Map<Node, Node> images = new HashMap<>(Map.of(loop.index(), index));
    for (int i = 1; i <= loop.inputs(); i++) {
      Node image = i <= loop.carries() ? carries.get(i - 1) : draft.invariant(loop.outer(i));
      images.put(loop.parameter(i), image);
    }
    return images;
  }
}
