package org.croton.processor.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The graph of a method: named inputs and named outputs, over the nodes of one builder. Everything
 * reachable from the outputs belongs to it.
 */
public record Graph(GraphBuilder builder, List<Input> inputs, List<Output> outputs) {
  /** A parameter of depth 0 and what the user calls it. Fields are {@code this.name}. */
  public record Input(String name, Parameter value) {}

  /** A result; updates of fields are outputs named {@code this.name}. */
  public record Output(String name, Node value) {
    public Output with(Node other) {
      return new Output(name, other);
    }
  }

  public Graph {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  public List<Node> outputValues() {
    return outputs.stream().map(Output::value).toList();
  }

  /** Same inputs, other output values in the same order. */
  public Graph withOutputs(List<? extends Node> values) {
    List<Output> changed = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      changed.add(outputs.get(i).with(values.get(i)));
    }
    return new Graph(builder, inputs, changed);
  }

  /** Every node that the outputs need at their own level, operands before users. */
  public List<Node> nodes() {
    return reachable(outputValues());
  }

  /**
   * What the given values need (regions' bodies not entered), operands before users: in order of
   * creation, which is program order.
   */
  public static List<Node> reachable(Collection<? extends Node> values) {
    Set<Node> seen = new HashSet<>();
    Deque<Node> work = new ArrayDeque<>(values);
    while (!work.isEmpty()) {
      Node node = work.pop();
      if (seen.add(node)) {
        work.addAll(operands(node));
      }
    }
    List<Node> sorted = new ArrayList<>(seen);
    sorted.sort(Comparator.comparingInt(Node::position));
    return sorted;
  }

  /**
   * The nodes that a node is made from: arguments of an application, the application of a result.
   */
  public static List<Node> operands(Node node) {
    if (node instanceof Apply) {
      return ((Apply) node).arguments();
    }
    return node instanceof Result ? List.of(((Result) node).apply()) : List.of();
  }
}
