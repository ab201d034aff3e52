package org.croton.processor.ir;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.croton.processor.report.Span;

/**
 * Where values come from: a side table from node to source spans. Kept out of the nodes so that
 * interning never depends on where a line was written.
 */
public final class Spans {
  private static final Comparator<Span> ORDER =
      Comparator.comparing(Span::file).thenComparingInt(Span::start).thenComparingInt(Span::end);

  private final Map<Node, SortedSet<Span>> spans = new HashMap<>();

  /** Notes that a value was written at a place. */
  public void add(Node node, Span span) {
    spans.computeIfAbsent(node, key -> new TreeSet<>(ORDER)).add(span);
  }

  /** The new value stands for the old one: it inherits its places, besides its own. */
  public void derive(Node made, Node from) {
    SortedSet<Span> known = spans.get(from);
    if (known != null && made != from) {
      spans.computeIfAbsent(made, key -> new TreeSet<>(ORDER)).addAll(known);
    }
  }

  /** Places of a value in source order; empty if it was made by the compiler alone. */
  public SortedSet<Span> of(Node node) {
    return spans.getOrDefault(node, new TreeSet<>(ORDER));
  }
}
