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
  private final Facts facts;

  private DimScope(String prefix, Set<String> taken, Set<String> open, Facts facts) {
    this.prefix = prefix;
    this.taken = taken;
    this.open = open;
    this.facts = facts;
  }

  /** The names of a method. */
  public static DimScope ofMethod() {
    return new DimScope("", new TreeSet<>(), new TreeSet<>(), new Facts());
  }

  /** The names of one use of a record. */
  public DimScope local(String use) {
    return new DimScope(use.replaceAll("\\W+", "_") + "_", taken, open, facts);
  }

  public void bind(String name, Dim dim) {
    bound.put(name, dim);
  }

  /** What is known of the names besides what they stand for. */
  public Facts facts() {
    return facts;
  }

  /** The dim that a name declares: itself, unless it was bound to another. */
  public Dim dim(String name) {
    Dim known = bound.get(name);
    if (known != null) {
      return known;
    }
    Dim made = prefix.isEmpty() ? rigid(name) : flexible(prefix + name);
    bound.put(name, made);
    return made;
  }

  /** What the dim of a name is known to be. */
  public Dim meaning(String name) {
    return facts.apply(dim(name));
  }

  /** A number that may be negative, as long as nothing is of that size. */
  public Dim number(String name) {
    if (knows(name)) {
      return meaning(name);
    }
    taken.add(name);
    return facts.apply(Dim.name(name));
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

  /** Names that occurred so far, with what they are known to be. */
  public Map<String, Dim> names() {
    Map<String, Dim> names = new LinkedHashMap<>();
    bound.forEach((name, dim) -> names.put(name, facts.apply(dim)));
    return names;
  }

  public boolean knows(String name) {
    return bound.containsKey(name);
  }
}
