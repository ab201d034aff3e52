package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.ir.Result;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.OpDef;
import org.croton.processor.type.Dim;

/** Computes values from given leaves by the ops' reference meaning, to compare two forms. */
final class SampleRun implements Evaluation {
  private final Map<Node, List<Literal>> known = new HashMap<>();
  private final Map<String, Long> sizes;

  /**
   * @param leaves what the leaves are; nothing below them is looked at
   * @param sizes what the names in dims are
   */
  SampleRun(Map<Node, Literal> leaves, Map<String, Long> sizes) {
    this.sizes = sizes;
    leaves.forEach((node, value) -> known.put(node, List.of(value)));
  }

  /** The value of a node. Throws {@link IllegalArgumentException} if it needs an unknown leaf. */
  Literal value(Node node) {
    List<Node> work = new ArrayList<>(List.of(node));
    while (!work.isEmpty()) {
      Node next = work.get(work.size() - 1);
      List<Node> missing =
          known.containsKey(next)
              ? List.of()
              : Graph.operands(next).stream().filter(x -> !known.containsKey(x)).toList();
      if (missing.isEmpty()) {
        work.remove(work.size() - 1);
        known.computeIfAbsent(next, this::compute);
      } else {
        work.addAll(missing);
      }
    }
    return of(node).get(0);
  }

  private List<Literal> of(Node node) {
    List<Literal> values = known.get(node);
    if (values == null) {
      throw new IllegalArgumentException(node + " has no value");
    }
    return values;
  }

  private List<Literal> compute(Node node) {
    if (node instanceof Constant) {
      return List.of(((Constant) node).value());
    }
    if (node instanceof Result) {
      Result result = (Result) node;
      return List.of(of(result.apply()).get(result.index()));
    }
    if (node instanceof Apply) {
      Apply apply = (Apply) node;
      List<Literal> arguments = new ArrayList<>();
      apply.arguments().forEach(argument -> arguments.add(of(argument).get(0)));
      return ((OpDef) apply.operator()).evaluate(apply, arguments, this);
    }
    throw new IllegalArgumentException(node + " has no value");
  }

  @Override
  public int size(Dim dim) {
    return Math.toIntExact(
        dim.evaluate(
            name -> {
              Long size = sizes.get(name);
              if (size == null) {
                throw new IllegalArgumentException("the size of " + name + " is unknown");
              }
              return size;
            }));
  }

  @Override
  public List<Literal> run(Region region, List<Literal> parameters) {
    Map<Node, Literal> inner = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      inner.put(region.parameters().get(i), parameters.get(i));
    }
    SampleRun run = new SampleRun(inner, sizes);
    return region.results().stream().map(run::value).toList();
  }
}
