package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Spans;
import org.croton.processor.ir.Substitution;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Puts a loop together and leaves out what it does not need: invariants that the body does not
 * read, carried values that never change, arguments that are known everywhere.
 *
 * <p>The body is written over {@link #index}, the parameters that {@link #carry} gives and the
 * images that {@link #invariant} gives; {@link #finish} numbers the parameters.
 */
public final class LoopDraft {
  private final GraphBuilder builder;
  private final @Nullable Node trips;
  private final int depth;
  private final Spans spans;
  private final Parameter index;
  private final Map<Parameter, Node> initials = new LinkedHashMap<>();
  private final Map<Parameter, Node> nexts = new HashMap<>();
  private final Map<Node, Parameter> invariants = new LinkedHashMap<>();
  private @Nullable Dim segment;
  private @Nullable Node condition;
  private @Nullable Node rounds;

  /**
   * @param trips number of iterations, an I64 scalar
   * @param depth nesting of the body: 1 more than that of the code around the loop
   */
  public LoopDraft(Node trips, int depth) {
    this(trips, depth, new Spans());
  }

  /** As the other; rebuilt nodes inherit their places in {@code spans}. */
  public LoopDraft(Node trips, int depth, Spans spans) {
    this(trips.builder(), trips, depth, spans);
  }

  private LoopDraft(GraphBuilder builder, @Nullable Node trips, int depth, Spans spans) {
    this.builder = builder;
    this.trips = trips;
    this.depth = depth;
    this.spans = spans;
    this.index = builder.placeholder(depth, TensorType.scalar(DType.I64));
  }

  /** A loop that runs as long as a condition holds, which {@link #holds} gives. */
  public static LoopDraft conditional(GraphBuilder builder, int depth, Spans spans) {
    return new LoopDraft(builder, null, depth, spans);
  }

  /** A loop that runs as often as another one. */
  static LoopDraft like(Cycle cycle, Spans spans) {
    int depth = cycle.body().depth();
    GraphBuilder builder = cycle.apply().builder();
    LoopDraft draft =
        cycle.isCounted()
            ? new LoopDraft(cycle.trips(), depth, spans)
            : conditional(builder, depth, spans);
    return draft.segment(cycle.segment());
  }

  /** Makes it a segment of at most so many iterations, or, if null, no segment. */
  LoopDraft segment(@Nullable Dim most) {
    segment = most;
    return this;
  }

  /** The condition of a conditional loop, computed of what the body is computed of. */
  public void holds(Node value) {
    condition = value;
  }

  /** Number of iterations of a finished conditional loop. */
  public Node rounds() {
    if (rounds == null) {
      throw new IllegalStateException("no finished conditional loop");
    }
    return rounds;
  }

  /** The iteration's number within the body, from 0. */
  public Parameter index() {
    return index;
  }

  /** A value carried through the loop, as the body sees it; {@link #start} says where it begins. */
  public Parameter carry(Type type) {
    return builder.placeholder(depth, type);
  }

  /** A carried value that begins with a value from outside. */
  public Parameter carry(Node initial) {
    Parameter carry = carry(initial.type());
    start(carry, initial);
    return carry;
  }

  /** Gives a carried value its initial value from outside. */
  public void start(Parameter carry, Node initial) {
    initials.put(carry, initial);
  }

  /** Gives a carried value its value for the next iteration, computed by the body. */
  public void next(Parameter carry, Node value) {
    nexts.put(carry, value);
  }

  /** A value from outside, as the body sees it. Constants and sizes are the same everywhere. */
  public Node invariant(Node outer) {
    return isEverywhere(outer)
        ? outer
        : invariants.computeIfAbsent(outer, key -> builder.placeholder(depth, key.type()));
  }

  static boolean isEverywhere(Node node) {
    return node instanceof Constant
        || (node instanceof Apply && ((Apply) node).arguments().isEmpty());
  }

  /**
   * Makes the loop, if one is left. Returns the final value of each carried value, in the order in
   * which they were started.
   */
  public List<Node> finish() {
    Map<Parameter, Node> finals = new LinkedHashMap<>();
    List<Parameter> changing = new ArrayList<>();
    Substitution constant = new Substitution(builder, Map.of(), spans);
    initials.forEach(
        (carry, initial) -> {
          if (next(carry) == carry) {
            finals.put(carry, initial);
            constant.replace(carry, invariant(initial));
          } else {
            changing.add(carry);
          }
        });
    if (!changing.isEmpty() || trips == null) {
      List<Node> bodies = constant.of(changing.stream().map(this::next).toList());
      condition = condition == null ? null : constant.of(condition);
      List<Node> results = make(changing, bodies);
      for (int i = 0; i < changing.size(); i++) {
        finals.put(changing.get(i), results.get(i));
      }
    }
    return initials.keySet().stream().map(carry -> finals.get(carry)).toList();
  }

  private Node next(Parameter carry) {
    Node next = nexts.get(carry);
    if (next == null) {
      throw new IllegalStateException("no next value for " + carry);
    }
    return next;
  }

  private List<Node> make(List<Parameter> carries, List<Node> bodies) {
    List<Node> all = new ArrayList<>(bodies);
    if (condition != null) {
      all.add(condition);
    }
    Set<Node> used = new HashSet<>(Graph.reachable(all));
    requireClosed(used);
    List<Node> arguments = new ArrayList<>(trips == null ? List.of() : List.of(trips));
    List<Parameter> parameters = new ArrayList<>();
    Substitution numbered = new Substitution(builder, Map.of(), spans);
    number(index, parameters, numbered);
    for (Parameter carry : carries) {
      arguments.add(initials.get(carry));
      number(carry, parameters, numbered);
    }
    invariants.forEach(
        (outer, inner) -> {
          if (used.contains(inner)) {
            arguments.add(outer);
            number(inner, parameters, numbered);
          }
        });
    Region body = new Region(parameters, numbered.of(bodies));
    LoopAttrs attrs = new LoopAttrs(carries.size(), segment);
    if (trips != null) {
      return builder.results(builder.apply(Loop.OP, attrs, arguments, List.of(body)));
    }
    if (condition == null) {
      throw new IllegalStateException("no condition");
    }
    Region holds = new Region(parameters, List.of(numbered.of(condition)));
    List<Node> results =
        builder.results(builder.apply(While.OP, attrs, arguments, List.of(holds, body)));
    rounds = results.get(carries.size());
    return results;
  }

  private void requireClosed(Set<Node> body) {
    for (Node node : body) {
      boolean own = node == index || initials.containsKey(node) || invariants.containsValue(node);
      if (node instanceof Parameter && !own) {
        throw new IllegalStateException("the body of a loop reads " + node + " from outside");
      }
    }
  }

  private void number(Parameter placeholder, List<Parameter> parameters, Substitution numbered) {
    Parameter canonical = builder.parameter(depth, parameters.size(), placeholder.type());
    parameters.add(canonical);
    numbered.replace(placeholder, canonical);
  }
}
