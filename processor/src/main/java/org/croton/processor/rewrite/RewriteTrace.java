package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Node;
import org.croton.processor.rule.Rule;
import org.jspecify.annotations.Nullable;

/** What was rewritten, in order. */
public final class RewriteTrace {
  /**
   * One rewrite.
   *
   * @param name the rule's, or that of a step that is part of the engine
   * @param rule null for a step of the engine
   * @param leaves the values that the rule left as they were
   */
  public record Firing(
      String name, @Nullable Rule rule, Node before, Node after, List<Node> leaves) {
    public Firing {
      leaves = List.copyOf(leaves);
    }

    /** As {@code name: before -> after}, each by its operator and position. */
    @Override
    public String toString() {
      return name + ": " + text(before) + " -> " + text(after);
    }

    private static String text(Node node) {
      if (!(node instanceof Apply)) {
        return node.toString();
      }
      String arguments =
          ((Apply) node).arguments().stream().map(Node::toString).collect(Collectors.joining(", "));
      return node + "(" + arguments + ")";
    }
  }

  private final List<Firing> firings = new ArrayList<>();

  void add(Firing firing) {
    firings.add(firing);
  }

  public List<Firing> firings() {
    return Collections.unmodifiableList(firings);
  }

  /** Names of what fired at least once. */
  public SortedSet<String> fired() {
    return firings.stream().map(Firing::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The last rewrites, one a line. */
  String tail(int count) {
    return firings.stream()
        .skip(Math.max(0, firings.size() - count))
        .map(Firing::toString)
        .collect(Collectors.joining("\n"));
  }
}
