package org.croton.processor.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rebuilds values with some nodes replaced by others, in the same builder or in another one. What
 * does not depend on a replaced node stays the same object. Bodies of regions are closed, so only a
 * change of builder enters them.
 */
public final class Substitution {
  private final GraphBuilder target;
  private final Map<Node, Node> images;
  private final Spans spans;

  /** Makes nodes in {@code target}, starting from the given replacements. */
  public Substitution(GraphBuilder target, Map<? extends Node, ? extends Node> replacements) {
    this(target, replacements, new Spans());
  }

  /** As the other, and what is rebuilt inherits the places of what it is rebuilt from. */
  public Substitution(
      GraphBuilder target, Map<? extends Node, ? extends Node> replacements, Spans spans) {
    this.target = target;
    this.images = new HashMap<>(replacements);
    this.spans = spans;
  }

  /** Replaces {@code node} by {@code image} in whatever is rebuilt from now on. */
  public void replace(Node node, Node image) {
    images.put(node, image);
  }

  /** The image of a value. */
  public Node of(Node node) {
    Deque<Node> work = new ArrayDeque<>();
    work.push(node);
    while (!work.isEmpty()) {
      Node next = work.peek();
      if (images.containsKey(next) || ready(next, work)) {
        work.pop();
        images.computeIfAbsent(next, this::derive);
      }
    }
    return image(node);
  }

  /** The images of values, in their order. */
  public List<Node> of(List<? extends Node> nodes) {
    return nodes.stream().map(this::of).toList();
  }

  /** True if all operands have images; otherwise those without are put on the work list. */
  private boolean ready(Node node, Deque<Node> work) {
    boolean ready = true;
    for (Node operand : Graph.operands(node)) {
      if (!images.containsKey(operand)) {
        work.push(operand);
        ready = false;
      }
    }
    return ready;
  }

  private Node image(Node node) {
    Node image = images.get(node);
    if (image == null) {
      throw new IllegalStateException("not rebuilt yet: " + node);
    }
    return image;
  }

  private Node derive(Node node) {
    Node made = rebuild(node);
    spans.derive(made, node);
    return made;
  }

  private Node rebuild(Node node) {
    if (node instanceof Apply) {
      return rebuild((Apply) node);
    }
    if (node instanceof Result) {
      Result result = (Result) node;
      Apply apply = (Apply) image(result.apply());
      return apply == result.apply() ? node : target.result(apply, result.index());
    }
    if (node.builder() == target) {
      return node;
    }
    if (node instanceof Constant) {
      return target.constant(((Constant) node).value());
    }
    Parameter parameter = (Parameter) node;
    return target.parameter(parameter.depth(), parameter.index(), parameter.type());
  }

  private Node rebuild(Apply apply) {
    List<Node> arguments = apply.arguments().stream().map(this::image).toList();
    if (apply.builder() == target) {
      return arguments.equals(apply.arguments())
          ? apply
          : target.apply(apply.operator(), apply.attrs(), arguments, apply.regions());
    }
    List<Region> regions = apply.regions().stream().map(this::copy).toList();
    return target.apply(apply.operator(), apply.attrs(), arguments, regions);
  }

  private Region copy(Region region) {
    Substitution inner = new Substitution(target, Map.of(), spans);
    List<Parameter> parameters = new ArrayList<>();
    inner.of(region.parameters()).forEach(p -> parameters.add((Parameter) p));
    return new Region(parameters, inner.of(region.results()));
  }
}
