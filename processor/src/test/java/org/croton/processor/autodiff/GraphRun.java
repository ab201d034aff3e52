package org.croton.processor.autodiff;

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

/** Evaluates values of graphs by the reference meaning of their operations. */
public final class GraphRun implements Evaluation {
  private final Map<String, Integer> sizes = new HashMap<>();

  /** Values for given values of parameters, whose shapes bind the names of dims. */
  public static List<Literal> run(List<Node> outputs, Map<? extends Node, Literal> inputs) {
    GraphRun run = new GraphRun();
    inputs.forEach(run::bind);
    return run.values(outputs, inputs);
  }

  private void bind(Node input, Literal value) {
    for (int axis = 0; axis < value.rank(); axis++) {
      Dim dim = input.tensor().shape().dim(axis);
      if (dim.isName()) {
        sizes.put(dim.toString(), value.shape()[axis]);
      }
    }
  }

  private List<Literal> values(List<Node> outputs, Map<? extends Node, Literal> inputs) {
    Map<Node, List<Literal>> known = new HashMap<>();
    inputs.forEach((node, value) -> known.put(node, List.of(value)));
    for (Node node : Graph.reachable(outputs)) {
      if (node instanceof Constant) {
        known.put(node, List.of(((Constant) node).value()));
      } else if (node instanceof Result) {
        Result result = (Result) node;
        known.put(node, List.of(known.get(result.apply()).get(result.index())));
      } else if (node instanceof Apply) {
        Apply apply = (Apply) node;
        List<Literal> arguments = new ArrayList<>();
        apply.arguments().forEach(argument -> arguments.add(known.get(argument).get(0)));
        known.put(apply, ((OpDef) apply.operator()).evaluate(apply, arguments, this));
      }
    }
    return outputs.stream().map(output -> known.get(output).get(0)).toList();
  }

  @Override
  public int size(Dim dim) {
    return (int) dim.evaluate(sizes::get);
  }

  @Override
  public List<Literal> run(Region region, List<Literal> parameters) {
    Map<Node, Literal> inputs = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      inputs.put(region.parameters().get(i), parameters.get(i));
    }
    return values(region.results(), inputs);
  }
}
