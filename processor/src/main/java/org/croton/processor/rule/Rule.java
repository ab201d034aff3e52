package org.croton.processor.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A rewrite: where {@code from} matches and the guards hold, {@code to} takes its place. If the
 * replacement's shape is smaller it is broadcast to the root's; another dtype is refused.
 */
public record Rule(
    String name, Phase phase, Pattern from, Pattern to, Accuracy accuracy, List<Guard> guards) {
  public Rule {
    guards = List.copyOf(guards);
  }

  public static From erase(String name) {
    return new From(name, Phase.ERASE);
  }

  public static From canonicalize(String name) {
    return new From(name, Phase.CANONICALIZE);
  }

  public static From stabilize(String name) {
    return new From(name, Phase.STABILIZE);
  }

  public static From specialize(String name) {
    return new From(name, Phase.SPECIALIZE);
  }

  /** Rule under construction: the name is known. */
  public record From(String name, Phase phase) {
    public To from(Pattern from) {
      return new To(name, phase, from);
    }
  }

  /** Rule under construction: the left side is known. */
  public record To(String name, Phase phase, Pattern from) {
    public Promise to(Pattern to) {
      return new Promise(name, phase, from, to);
    }
  }

  /** Rule under construction: both sides are known. */
  public record Promise(String name, Phase phase, Pattern from, Pattern to) {
    public Rule accuracy(Accuracy accuracy) {
      return new Rule(name, phase, from, to, accuracy, List.of());
    }
  }

  /** One line: name, both sides, guards. */
  @Override
  public String toString() {
    String conditions = guards.isEmpty() ? "" : " where " + String.join(", ", guardNames());
    return name + ": " + from + " -> " + to + conditions;
  }

  /** What the guards ask for, in words. */
  public List<String> guardNames() {
    return guards.stream().map(Guard::name).toList();
  }

  /** The same rule, tried only where the guard holds too. */
  public Rule where(Guard guard) {
    List<Guard> all = new ArrayList<>(guards);
    all.add(guard);
    return new Rule(name, phase, from, to, accuracy, all);
  }
}
