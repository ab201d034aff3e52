package org.croton.processor.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.croton.CrotonException;
import org.croton.Tensor;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ir.Substitution;
import org.croton.processor.surface.Surface;
import org.croton.runtime.Trees;

/**
 * One call of {@code grad}, {@code jvp}, {@code vjp} or {@code hvp}: the derivative of the stitched
 * history of its tensors. Values that the history remembers are not computed again.
 */
final class DerivativeCall {
  private final Surface surface;
  private final History history;
  private final String name;

  DerivativeCall(Surface surface, History history, String name) {
    this.surface = surface;
    this.history = history;
    this.name = name;
  }

  Object run(Object[] args) {
    List<List<Lineage>> lineages = new ArrayList<>();
    for (Object arg : args) {
      lineages.add(
          Trees.leaves(arg).stream()
              .filter(tensor -> !(arg instanceof Record) || tensor.dtype().isFloating())
              .map(history::of)
              .toList());
    }
    List<Lineage> all = lineages.stream().flatMap(List::stream).toList();
    Stitch stitch = new Stitch(lineages.get(1), all);
    if (stitch.hasGaps()) {
      throw new CrotonException(
          name
              + " would have to know what happened too long ago: plain runs remember the last "
              + history.extent()
              + ". Differentiate by a tensor that came to be later, or call the compiled class");
    }
    Object derivative = surface.call(stitch.builder(), name, translated(args, lineages, stitch));
    List<Node> nodes = derivative instanceof Node node ? List.of(node) : nodes(derivative);
    return dress(args[shapedLike(args)], tensors(nodes, stitch));
  }

  private static List<Object> translated(
      Object[] args, List<List<Lineage>> lineages, Stitch stitch) {
    List<Object> translated = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      List<Node> nodes = lineages.get(i).stream().map(stitch::of).toList();
      translated.add(args[i] instanceof Tensor ? nodes.get(0) : nodes);
    }
    return translated;
  }

  private static List<Node> nodes(Object derivative) {
    return ((List<?>) derivative).stream().map(Node.class::cast).toList();
  }

  /**
   * The argument whose form the result has: a tangent belongs to the value, all else to the
   * variables.
   */
  private int shapedLike(Object[] args) {
    return name.equals("jvp") || args.length < 2 ? 0 : 1;
  }

  private List<Tensor> tensors(List<Node> nodes, Stitch stitch) {
    GraphBuilder builder = stitch.builder();
    Map<Lineage, Parameter> inputs = new LinkedHashMap<>(stitch.parameters());
    Map<Node, Node> images = new HashMap<>();
    stitch
        .known()
        .forEach(
            (node, lineage) -> {
              Parameter input = builder.placeholder(0, node.type());
              inputs.put(lineage, input);
              images.put(node, input);
            });
    List<Node> rest = new Substitution(builder, images).of(nodes);
    List<Literal> values = OperationCall.evaluate(builder, rest, inputs);
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Lineage.Origin origin = OperationCall.origin(nodes.get(i), stitch.parameters());
      tensors.add(history.tensor(values.get(i), origin));
    }
    return tensors;
  }

  /** The tensors as one, as an array or as a record, like an argument. */
  private static Object dress(Object like, List<Tensor> tensors) {
    if (like instanceof Tensor) {
      return tensors.get(0);
    }
    if (like instanceof Tensor[]) {
      return tensors.toArray(new Tensor[0]);
    }
    Iterator<Tensor> next = tensors.iterator();
    return Trees.map((Tensor x) -> x.dtype().isFloating() ? next.next() : x, like);
  }
}
