package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Result;

/**
 * Moves a computation into the body of a loop: what depends on values of the body is computed
 * there, regions one level deeper than before; everything else stays outside and is an invariant.
 */
public final class Enclosure {
  private final LoopDraft loop;
  private final Map<Node, Node> inside;

  private Enclosure(LoopDraft loop, Map<? extends Node, ? extends Node> inside) {
    this.loop = loop;
    this.inside = new HashMap<>(inside);
  }

  /**
   * The values as the body computes them.
   *
   * @param images what stands in the body for some nodes of the surroundings
   */
  public static List<Node> of(
      List<Node> values, Map<? extends Node, ? extends Node> images, LoopDraft loop) {
    Enclosure enclosure = new Enclosure(loop, images);
    for (Node node : Graph.reachable(values)) {
      boolean depends = Graph.operands(node).stream().anyMatch(enclosure.inside::containsKey);
      if (depends && !enclosure.inside.containsKey(node)) {
        enclosure.inside.put(node, enclosure.rebuilt(node));
      }
    }
    return values.stream().map(enclosure::image).toList();
  }

  private Node image(Node node) {
    Node image = inside.get(node);
    return image != null ? image : loop.invariant(node);
  }

  private Node rebuilt(Node node) {
    GraphBuilder builder = node.builder();
    if (node instanceof Result) {
      return builder.result((Apply) image(((Result) node).apply()), ((Result) node).index());
    }
    Apply apply = (Apply) node;
    List<Node> arguments = apply.arguments().stream().map(this::image).toList();
    List<Region> regions = apply.regions().stream().map(Enclosure::deeper).toList();
    return builder.apply(apply.operator(), apply.attrs(), arguments, regions);
  }

  private static Region deeper(Region region) {
    Map<Node, Node> images = new HashMap<>();
    List<Parameter> parameters = new ArrayList<>();
    for (Parameter old : region.parameters()) {
      Parameter made = old.builder().parameter(old.depth() + 1, old.index(), old.type());
      parameters.add(made);
      images.put(old, made);
    }
    for (Node node : Graph.reachable(region.results())) {
      images.computeIfAbsent(node, old -> deeper(old, images));
    }
    return new Region(parameters, region.results().stream().map(x -> known(x, images)).toList());
  }

  private static Node deeper(Node node, Map<Node, Node> images) {
    GraphBuilder builder = node.builder();
    if (node instanceof Result) {
      Result result = (Result) node;
      return builder.result((Apply) known(result.apply(), images), result.index());
    }
    if (!(node instanceof Apply)) {
      return node;
    }
    Apply apply = (Apply) node;
    List<Node> arguments = apply.arguments().stream().map(x -> known(x, images)).toList();
    List<Region> regions = apply.regions().stream().map(Enclosure::deeper).toList();
    return builder.apply(apply.operator(), apply.attrs(), arguments, regions);
  }

  private static Node known(Node node, Map<Node, Node> images) {
    Node image = images.get(node);
    if (image == null) {
      throw new IllegalStateException(node + " comes after its user");
    }
    return image;
  }
}
