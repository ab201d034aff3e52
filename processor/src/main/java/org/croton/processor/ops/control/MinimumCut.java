package org.croton.processor.ops.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A minimum cut of a flow network by shortest augmenting paths. Of all minimum cuts it is the one
 * nearest to the sink.
 */
final class MinimumCut {
  static final int SOURCE = 0;
  static final int SINK = 1;
  static final long UNLIMITED = Long.MAX_VALUE / 4;

  private final List<List<Integer>> edges = new ArrayList<>();
  private final List<Integer> heads = new ArrayList<>();
  private final List<Long> rest = new ArrayList<>();

  MinimumCut() {
    vertex();
    vertex();
  }

  int vertex() {
    edges.add(new ArrayList<>());
    return edges.size() - 1;
  }

  void edge(int from, int to, long capacity) {
    half(from, to, capacity);
    half(to, from, 0);
  }

  private void half(int from, int to, long capacity) {
    edges.get(from).add(heads.size());
    heads.add(to);
    rest.add(capacity);
  }

  /** The vertices from which the sink can still be reached once the flow is greatest. */
  BitSet sinkSide() {
    int[] path = path();
    while (path[SINK] >= 0) {
      push(path);
      path = path();
    }
    return beforeSink();
  }

  /** For each vertex the edge by which the search from the source came to it, or -1. */
  private int[] path() {
    int[] by = new int[edges.size()];
    Arrays.fill(by, -1);
    Deque<Integer> work = new ArrayDeque<>(List.of(SOURCE));
    while (!work.isEmpty() && by[SINK] < 0) {
      for (int edge : edges.get(work.remove())) {
        int head = heads.get(edge);
        if (rest.get(edge) > 0 && by[head] < 0 && head != SOURCE) {
          by[head] = edge;
          work.add(head);
        }
      }
    }
    return by;
  }

  private void push(int[] by) {
    long flow = UNLIMITED;
    for (int at = SINK; at != SOURCE; at = heads.get(by[at] ^ 1)) {
      flow = Math.min(flow, rest.get(by[at]));
    }
    for (int at = SINK; at != SOURCE; at = heads.get(by[at] ^ 1)) {
      rest.set(by[at], rest.get(by[at]) - flow);
      rest.set(by[at] ^ 1, rest.get(by[at] ^ 1) + flow);
    }
  }

  private BitSet beforeSink() {
    BitSet reached = new BitSet();
    reached.set(SINK);
    Deque<Integer> work = new ArrayDeque<>(List.of(SINK));
    while (!work.isEmpty()) {
      for (int edge : edges.get(work.remove())) {
        int tail = heads.get(edge);
        if (rest.get(edge ^ 1) > 0 && !reached.get(tail)) {
          reached.set(tail);
          work.add(tail);
        }
      }
    }
    return reached;
  }
}
