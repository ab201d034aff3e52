package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.TypeMismatch;

/** Builds graphs that the left side of an elementwise rule matches, from its pattern. */
final class LeftSide {
  /** Values for constants: the first that passes the guards is taken, and every other one too. */
  private static final double[] CONSTANTS = {3, -0.5, 4, 2, 10, -3, 16, 0.1};

  private final Rule rule;
  private final DType dtype;
  private final int elements;

  LeftSide(Rule rule, DType dtype, int elements) {
    this.rule = rule;
    this.dtype = dtype;
    this.elements = elements;
  }

  /** One graph for each choice of constants; empty if the pattern does not fit the dtype. */
  List<Node> build() {
    Set<String> variables = new LinkedHashSet<>();
    Set<String> constants = new LinkedHashSet<>();
    collect(rule.from(), variables, constants);
    List<Node> graphs = new ArrayList<>();
    List<String> names = new ArrayList<>(variables);
    for (int truths = 0; truths < 1 << names.size(); truths++) {
      Map<String, DType> dtypes = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        dtypes.put(names.get(i), (truths >> i & 1) == 1 ? DType.BOOL : dtype);
      }
      graphs.addAll(tryBuild(dtypes, new ArrayList<>(constants)));
      if (!graphs.isEmpty()) {
        return graphs;
      }
    }
    return graphs;
  }

  private static void collect(Pattern pattern, Set<String> variables, Set<String> constants) {
    if (pattern instanceof Pattern.Any) {
      variables.add(((Pattern.Any) pattern).name());
    } else if (pattern instanceof Pattern.AnyConstant) {
      constants.add(((Pattern.AnyConstant) pattern).name());
    } else if (pattern instanceof Pattern.Named) {
      collect(((Pattern.Named) pattern).pattern(), variables, constants);
    } else if (pattern instanceof Pattern.Call) {
      ((Pattern.Call) pattern).arguments().forEach(p -> collect(p, variables, constants));
    }
  }

  private List<Node> tryBuild(Map<String, DType> dtypes, List<String> constants) {
    List<Node> graphs = new ArrayList<>();
    for (double c : CONSTANTS) {
      for (double d : constants.size() > 1 ? CONSTANTS : new double[] {0}) {
        GraphBuilder g = new GraphBuilder();
        Map<String, Node> leaves = new HashMap<>();
        dtypes.forEach((name, type) -> leaves.put(name, leaf(g, name, leaves.size(), type)));
        for (int i = 0; i < constants.size(); i++) {
          leaves.put(constants.get(i), g.constant(dtype, i == 0 ? c : d));
        }
        try {
          graphs.add(build(g, rule.from(), leaves, dtype));
        } catch (TypeMismatch unfit) {
          return List.of();
        }
      }
      if (constants.isEmpty()) {
        return graphs;
      }
    }
    return graphs;
  }

  private Node leaf(GraphBuilder g, String name, int index, DType type) {
    boolean scalar = rule.guardNames().contains(Guard.scalar(name).name());
    return g.parameter(
        0, index, scalar ? TensorType.scalar(type) : TensorType.of(type, Dim.of(elements)));
  }

  private static Node build(
      GraphBuilder g, Pattern pattern, Map<String, Node> leaves, DType place) {
    if (pattern instanceof Pattern.Any) {
      return leaves.get(((Pattern.Any) pattern).name());
    }
    if (pattern instanceof Pattern.AnyConstant) {
      return leaves.get(((Pattern.AnyConstant) pattern).name());
    }
    if (pattern instanceof Pattern.Number) {
      double value = ((Pattern.Number) pattern).value();
      return g.constant(place, value);
    }
    Pattern.Call call = (Pattern.Call) pattern;
    List<Node> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      boolean condition = i == 0 && call.operator().name().equals("where");
      arguments.add(build(g, call.arguments().get(i), leaves, condition ? DType.BOOL : place));
    }
    return g.apply(call.operator(), call.attrs() == null ? Attrs.NONE : call.attrs(), arguments);
  }
}
