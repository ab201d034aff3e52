package org.croton.processor.frontend.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.croton.processor.ir.Node;

/** Values as bundles of graph nodes: replaced one by one, taken out in order. */
public final class Nodes {
  private Nodes() {}

  /** The value with each node replaced; the same object if none changes. */
  public static Value map(Value value, UnaryOperator<Node> change) {
    if (value instanceof Value.Scalar scalar) {
      Node node = change.apply(scalar.node());
      return node == scalar.node() ? value : new Value.Scalar(scalar.kind(), node);
    }
    if (value instanceof Value.Tensor tensor) {
      Node node = change.apply(tensor.node());
      return node == tensor.node() ? value : new Value.Tensor(node);
    }
    if (value instanceof Value.Items items) {
      List<Value> mapped = map(items.values(), change);
      return same(mapped, items.values()) ? value : new Value.Items(mapped);
    }
    if (value instanceof RecordValue record) {
      List<Value> mapped = map(record.components(), change);
      return same(mapped, record.components()) ? value : new RecordValue(record.type(), mapped);
    }
    if (value instanceof ArrayElements array) {
      Node node = change.apply(array.node());
      return node == array.node() ? value : new ArrayElements(array.element(), node, array.owner());
    }
    if (value instanceof ArrayValue array) {
      List<Value> prefix = map(array.prefix(), change);
      return same(prefix, array.prefix())
          ? value
          : new ArrayValue(
              array.element(), array.baseRank(), array.content(), prefix, array.owner());
    }
    return value;
  }

  private static List<Value> map(List<Value> values, UnaryOperator<Node> change) {
    return values.stream().map(value -> map(value, change)).toList();
  }

  private static boolean same(List<Value> a, List<Value> b) {
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i) != b.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The nodes of a value in order. */
  public static List<Node> of(Value value) {
    List<Node> nodes = new ArrayList<>();
    map(
        value,
        node -> {
          nodes.add(node);
          return node;
        });
    return nodes;
  }
}
