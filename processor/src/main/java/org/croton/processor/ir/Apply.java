package org.croton.processor.ir;

import java.util.List;
import org.croton.processor.type.Type;

/**
 * An operator applied to arguments. With one result it is that value itself; with several, the
 * values are its {@link Result}s.
 */
public final class Apply extends Node {
  private final Operator operator;
  private final Attrs attrs;
  private final List<Node> arguments;
  private final List<Region> regions;
  private final List<Type> resultTypes;

  Apply(
      GraphBuilder builder,
      int position,
      int depth,
      Operator operator,
      Attrs attrs,
      List<Node> arguments,
      List<Region> regions,
      List<Type> resultTypes) {
    super(builder, position, depth);
    this.operator = operator;
    this.attrs = attrs;
    this.arguments = List.copyOf(arguments);
    this.regions = List.copyOf(regions);
    this.resultTypes = List.copyOf(resultTypes);
  }

  public Operator operator() {
    return operator;
  }

  public Attrs attrs() {
    return attrs;
  }

  /** The settings as their own class. */
  public <A extends Attrs> A attrs(Class<A> kind) {
    return kind.cast(attrs);
  }

  public List<Node> arguments() {
    return arguments;
  }

  public Node argument(int index) {
    return arguments.get(index);
  }

  public List<Region> regions() {
    return regions;
  }

  public List<Type> resultTypes() {
    return resultTypes;
  }

  public boolean is(Operator other) {
    return operator == other;
  }

  @Override
  public Type type() {
    if (resultTypes.size() != 1) {
      throw new IllegalStateException(operator.name() + " has several results");
    }
    return resultTypes.get(0);
  }

  @Override
  public String toString() {
    return operator.name() + "@" + position();
  }
}
