package org.croton.processor.plain;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What a tensor was when it came to be or was first used, and how it was computed, until that is
 * forgotten. Numbers grow: a value can depend on smaller numbers only.
 */
final class Lineage {
  /** A value over parameters that stand for other tensors; each call has a graph of its own. */
  record Origin(Node value, List<Parameter> parameters, List<Lineage> arguments) {
    Origin {
      parameters = List.copyOf(parameters);
      arguments = List.copyOf(arguments);
    }
  }

  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final int BYTES_PER_NODE = 200;

  private final long number = NUMBERS.incrementAndGet();
  private final Literal value;
  private volatile @Nullable Origin origin;
  private volatile boolean forgotten;

  private Lineage(Literal value, @Nullable Origin origin) {
    this.value = value;
    this.origin = origin;
  }

  /** A tensor that no operation made. */
  static Lineage leaf(Literal value) {
    return new Lineage(value, null);
  }

  static Lineage of(Literal value, Origin origin) {
    return new Lineage(value, origin);
  }

  long number() {
    return number;
  }

  Literal value() {
    return value;
  }

  /** Null for a leaf, and once forgotten. */
  @Nullable Origin origin() {
    return origin;
  }

  boolean isForgotten() {
    return forgotten;
  }

  void forget() {
    if (origin != null) {
      forgotten = true;
      origin = null;
    }
  }

  /** Roughly what remembering it costs. */
  long bytes() {
    Origin known = origin;
    long nodes = known == null ? 0 : Graph.reachable(List.of(known.value())).size();
    return 8L * value.count() + BYTES_PER_NODE * (1 + nodes);
  }
}
