package org.croton.processor.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.croton.DType;
import org.croton.processor.type.Type;

/**
 * The only maker of nodes: types them and interns them, so that equal values are one object. Type
 * errors are thrown before anything is made.
 */
public final class GraphBuilder {
  private record ParameterKey(int depth, int index, Type type) {}

  private record ApplyKey(
      Operator operator, Attrs attrs, List<Node> arguments, List<Region> regions) {}

  private record ResultKey(Apply apply, int index) {}

  private final Map<Object, Node> interned = new HashMap<>();
  private int positions;
  private int placeholders;

  public Parameter parameter(int depth, int index, Type type) {
    return (Parameter)
        interned.computeIfAbsent(
            new ParameterKey(depth, index, type),
            key -> new Parameter(this, positions++, depth, index, type));
  }

  /**
   * A parameter like no other, for a region under construction: it is replaced by a canonical one
   * when the region's parameters are known. Its index is negative.
   */
  public Parameter placeholder(int depth, Type type) {
    placeholders++;
    return parameter(depth, -placeholders, type);
  }

  public Constant constant(Literal value) {
    return (Constant)
        interned.computeIfAbsent(value, key -> new Constant(this, positions++, value));
  }

  /** A scalar constant of a floating or integer dtype. */
  public Constant constant(DType dtype, double value) {
    return constant(Literal.scalar(dtype, value));
  }

  public Constant constant(DType dtype, long value) {
    return constant(Literal.scalar(dtype, value));
  }

  public Apply apply(Operator operator, Attrs attrs, List<? extends Node> arguments) {
    return apply(operator, attrs, arguments, List.of());
  }

  /** Throws {@link org.croton.processor.type.TypeMismatch} if the operands do not fit. */
  public Apply apply(
      Operator operator, Attrs attrs, List<? extends Node> arguments, List<Region> regions) {
    List<Node> operands = List.copyOf(arguments);
    ApplyKey key = new ApplyKey(operator, attrs, operands, regions);
    Node known = operator.isPure() ? interned.get(key) : null;
    if (known != null) {
      return (Apply) known;
    }
    List<Type> types = operator.infer(attrs, operands, regions);
    Apply made =
        new Apply(this, positions++, depth(operands), operator, attrs, operands, regions, types);
    if (operator.isPure()) {
      interned.put(key, made);
    }
    return made;
  }

  private static int depth(List<Node> arguments) {
    int depth = 0;
    for (Node argument : arguments) {
      depth = Math.max(depth, argument.depth());
    }
    return depth;
  }

  public Result result(Apply apply, int index) {
    return (Result)
        interned.computeIfAbsent(
            new ResultKey(apply, index), key -> new Result(this, positions++, apply, index));
  }

  /** All values of an application: itself if it has one, its results otherwise. */
  public List<Node> results(Apply apply) {
    if (apply.resultTypes().size() == 1) {
      return List.of(apply);
    }
    List<Node> results = new ArrayList<>();
    for (int i = 0; i < apply.resultTypes().size(); i++) {
      results.add(result(apply, i));
    }
    return results;
  }
}
