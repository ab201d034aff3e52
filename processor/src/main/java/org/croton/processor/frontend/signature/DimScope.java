package org.croton.processor.frontend.signature;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.croton.processor.type.Dim;

/**
 * What dim names mean in one place: in a method and the fields it uses a name is itself; in one use
 * of a record it is a size of that use alone, unless it was bound.
 */
public final class DimScope {
  private final String prefix;
  private final Set<String> taken;
  private final Set<String> open;
  private final Map<String, Dim> bound = new LinkedHashMap<>();

  private DimScope(String prefix, Set<String> taken, Set<String> open) {
    this.prefix = prefix;
    this.taken = taken;
    this.open = open;
  }

  /** The names of a method. */
  public static DimScope ofMethod() {
    return new DimScope("", new TreeSet<>(), new TreeSet<>());
  }

  /** The names of one use of a record. */
  public DimScope local(String use) {
    return new DimScope(use.replaceAll("\\W+", "_") + "_", taken, open);
  }

  public void bind(String name, Dim dim) {
    bound.put(name, dim);
  }

  public Dim dim(String name) {
    Dim known = bound.get(name);
    if (known != null) {
      return known;
    }
    Dim made = prefix.isEmpty() ? rigid(name) : flexible(prefix + name);
    bound.put(name, made);
    return made;
  }

  /** A size that only the data knows, named after where it comes from. */
  public Dim fresh(String use, int axis) {
    return flexible(use.replaceAll("\\W+", "_") + "_dim" + axis);
  }

  private Dim rigid(String name) {
    taken.add(name);
    return Dim.name(name);
  }

  private Dim flexible(String wanted) {
    String name = wanted;
    while (!taken.add(name)) {
      name += "_";
    }
    open.add(name);
    return Dim.existential(name);
  }

  /** Sizes that no signature relates to others: their use may. */
  public Set<String> open() {
    return open;
  }

  /** Whether a dim is made of sizes that entry code can find out. */
  public boolean isFixed(Dim dim) {
    return taken.containsAll(dim.names());
  }

  /** Names that occurred so far, with their meaning. */
  public Map<String, Dim> names() {
    return bound;
  }

  public boolean knows(String name) {
    return bound.containsKey(name);
  }
}
