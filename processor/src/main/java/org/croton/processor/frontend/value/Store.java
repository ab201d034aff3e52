package org.croton.processor.frontend.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What every cell holds, in levels: the method, and inside it the branches and loop bodies that are
 * being read. Writes go to the innermost level only, so that a level can be dropped; reading a
 * value of an outer level inside a loop body makes it an explicit argument of the loop.
 */
public final class Store {
  private static final class Level {
    final @Nullable Imports imports;
    final boolean isTrial;
    final Map<Cell, Value> values = new LinkedHashMap<>();
    final Set<Cell> past = new HashSet<>();
    final Map<Cell, Value> read = new HashMap<>();
    final Set<Cell> own = new HashSet<>();

    Level(@Nullable Imports imports, boolean isTrial) {
      this.imports = imports;
      this.isTrial = isTrial;
    }

    boolean isBranch() {
      return imports == null && !isTrial;
    }
  }

  /** The values that a loop body takes from outside, in order of first use. */
  public static final class Imports {
    private final int depth;
    private final int firstIndex;
    private final List<Node> outer = new ArrayList<>();
    private final Map<Node, Parameter> parameters = new HashMap<>();

    private Imports(int depth, int firstIndex) {
      this.depth = depth;
      this.firstIndex = firstIndex;
    }

    private Node inside(Node node) {
      if (node instanceof Constant) {
        return node;
      }
      Parameter known = parameters.get(node);
      if (known != null) {
        return known;
      }
      Parameter made = node.builder().parameter(depth, firstIndex + outer.size(), node.type());
      outer.add(node);
      parameters.put(node, made);
      return made;
    }

    private Node outside(Node node) {
      int index = parameters().indexOf(node);
      return index < 0 ? node : outer.get(index);
    }

    /** An outer value as the body sees it. */
    public Value take(Value value) {
      return Nodes.map(value, this::inside);
    }

    /** The outer node that is known under this one in the body, or null if it is computed there. */
    public @Nullable Node origin(Node node) {
      int index = parameters().indexOf(node);
      return node instanceof Constant ? node : index < 0 ? null : outer.get(index);
    }

    /** The outer values: arguments of the loop. */
    public List<Node> outer() {
      return List.copyOf(outer);
    }

    /** Their counterparts: parameters of the body. */
    public List<Parameter> parameters() {
      return outer.stream().map(node -> parameters.get(node)).toList();
    }
  }

  private final GraphBuilder builder;
  private final List<Level> levels = new ArrayList<>();
  private final Map<Cell, Value> initials = new HashMap<>();

  public Store(GraphBuilder builder) {
    this.builder = builder;
    levels.add(new Level(null, false));
  }

  public GraphBuilder builder() {
    return builder;
  }

  private Level top() {
    return levels.get(levels.size() - 1);
  }

  /** Nesting of the loop body that is being read; 0 is the method. */
  public int depth() {
    return (int) levels.stream().filter(level -> level.imports != null).count();
  }

  public Cell make(String name, Value value) {
    Cell cell = Cell.named(name);
    top().own.add(cell);
    top().values.put(cell, value);
    return cell;
  }

  /** Whether the cell was made in the innermost level, and ends with it. */
  public boolean isOwn(Cell cell) {
    return top().own.contains(cell);
  }

  /** The innermost level: the higher, the further in. */
  public int level() {
    return levels.size() - 1;
  }

  /** Whether the cell was made in a level or in one further in. */
  public boolean isMadeSince(int level, Cell cell) {
    return levels.subList(level, levels.size()).stream().anyMatch(in -> in.own.contains(cell));
  }

  /** As {@link #make}, in the level around the innermost one. */
  public Cell makeBelow(String name, Value value) {
    Cell cell = Cell.named(name);
    Level below = levels.get(levels.size() - 2);
    below.own.add(cell);
    below.values.put(cell, value);
    return cell;
  }

  public void set(Cell cell, Value value) {
    top().values.put(cell, value);
    top().past.remove(cell);
  }

  /**
   * Writes a value that is right whether or not the branches being read are taken: past all
   * branches that have not written the cell themselves.
   */
  public void setPastBranches(Cell cell, Value value) {
    int index = levels.size() - 1;
    while (index > 0
        && levels.get(index).isBranch()
        && !levels.get(index).values.containsKey(cell)) {
      index--;
    }
    Level level = levels.get(index);
    if (level.isTrial && !level.values.containsKey(cell)) {
      level.past.add(cell);
    }
    level.values.put(cell, value);
  }

  public Value get(Cell cell) {
    return get(cell, levels.size() - 1);
  }

  private Value get(Cell cell, int index) {
    Level level = levels.get(index);
    Value value = level.values.getOrDefault(cell, level.read.get(cell));
    if (value != null) {
      return value;
    }
    if (index == 0) {
      return initial(cell);
    }
    Value outer = get(cell, index - 1);
    Imports imports = level.imports;
    if (imports == null) {
      return outer;
    }
    return Nodes.map(outer, imports::inside);
  }

  /**
   * What a cell holds, as the code around it knows it, or null if that has not been asked for yet.
   * Nothing becomes an argument of a loop.
   */
  public @Nullable Value peek(Cell cell) {
    for (int index = levels.size() - 1; index >= 0; index--) {
      Level level = levels.get(index);
      Value value = level.values.getOrDefault(cell, level.read.get(cell));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private Value initial(Cell cell) {
    Supplier<Value> initial = cell.initial();
    if (initial == null) {
      throw new IllegalStateException("a cell outside its level: " + cell);
    }
    List<Level> inner = new ArrayList<>(levels.subList(1, levels.size()));
    levels.subList(1, levels.size()).clear();
    try {
      Value value = initial.get();
      top().values.put(cell, value);
      initials.put(cell, value);
      return value;
    } finally {
      levels.addAll(inner);
    }
  }

  /**
   * What a cell that outlives the call holds in the end, or null if that is what it held before.
   */
  public @Nullable Value changed(Cell cell) {
    Value value = top().values.get(cell);
    return value == null || value.equals(initials.get(cell)) ? null : value;
  }

  /** What a cell that outlives the call held before it. */
  public Value initialValue(Cell cell) {
    get(cell);
    Value value = initials.get(cell);
    if (value == null) {
      throw new IllegalStateException("not a cell that outlives the call: " + cell);
    }
    return value;
  }

  /** The value outside all loops that an invariant of the loop bodies being read stands for. */
  public Node outermost(Node node) {
    Node current = node;
    for (int i = levels.size() - 1; i > 0; i--) {
      Imports imports = levels.get(i).imports;
      if (imports != null) {
        current = imports.outside(current);
      }
    }
    return current;
  }

  /** Writes are kept apart until {@link #close}. */
  public void openBranch() {
    levels.add(new Level(null, false));
  }

  /** Everything that happens is kept apart until {@link #close} drops it or {@link #commit}. */
  public void openTrial() {
    levels.add(new Level(null, true));
  }

  /** Makes what happened in the innermost trial happen. */
  public void commit() {
    Level trial = levels.remove(levels.size() - 1);
    trial.values.forEach(
        (cell, value) -> {
          if (trial.own.contains(cell)) {
            top().own.add(cell);
            top().values.put(cell, value);
          } else if (trial.past.contains(cell)) {
            setPastBranches(cell, value);
          } else {
            set(cell, value);
          }
        });
  }

  /**
   * As a branch, and outer values become parameters of the body.
   *
   * @param firstIndex index of the first parameter that is free for them
   */
  public Imports openBody(int firstIndex) {
    Imports imports = new Imports(depth() + 1, firstIndex);
    openBody(imports);
    return imports;
  }

  /** As the other, with the outer values that another body of the same operation takes too. */
  public void openBody(Imports imports) {
    levels.add(new Level(imports, false));
  }

  /** What a cell of an outer level holds when the innermost level starts. */
  public void enter(Cell cell, Value value) {
    top().read.put(cell, value);
  }

  /** What the innermost level has written to cells of outer levels so far, in order. */
  public Map<Cell, Value> written() {
    Map<Cell, Value> written = new LinkedHashMap<>(top().values);
    written.keySet().removeAll(top().own);
    return written;
  }

  /** What a cell of an outer level held when the innermost level started; null if it has none. */
  public @Nullable Value before(Cell cell) {
    Value entered = top().read.get(cell);
    if (entered != null) {
      return entered;
    }
    for (int index = levels.size() - 2; index >= 0; index--) {
      Level level = levels.get(index);
      Value value = level.values.getOrDefault(cell, level.read.get(cell));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** Drops the innermost level and gives what it wrote to cells of outer levels, in order. */
  public Map<Cell, Value> close() {
    Map<Cell, Value> written = written();
    levels.remove(levels.size() - 1);
    return written;
  }
}
