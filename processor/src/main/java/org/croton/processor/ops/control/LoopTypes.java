package org.croton.processor.ops.control;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;

/** The type rules that loops and branches share. Violations by a pass are illegal arguments. */
final class LoopTypes {
  static final TensorType NUMBER = TensorType.scalar(DType.I64);

  private LoopTypes() {}

  /**
   * Types of the carried values. Throws {@link TypeMismatch} {@code loop-carry} if one changes.
   *
   * @param inputs initial carried values and invariants
   */
  static List<Type> carried(int carries, List<Node> inputs, Region body) {
    require(carries <= inputs.size(), "initial values of what it carries");
    requireParameters(inputs, body);
    require(body.results().size() == carries, "a next value for each carried value");
    List<Type> results = new ArrayList<>();
    for (int i = 0; i < carries; i++) {
      Type type = body.parameters().get(1 + i).type();
      requireSame(body.results().get(i).type(), type, "leaves an iteration as ");
      results.add(type);
    }
    return results;
  }

  /** The region's parameters are an index and the inputs. */
  static void requireParameters(List<Node> inputs, Region region) {
    require(region.parameters().size() == 1 + inputs.size(), "a parameter for each input");
    requireNumber(region.parameters().get(0), "the index");
    for (int i = 0; i < inputs.size(); i++) {
      requireSame(inputs.get(i).type(), region.parameters().get(1 + i).type(), "enters a loop as ");
    }
  }

  static void requireNumber(Node node, String what) {
    require(node.type().equals(NUMBER), what + " as an i64 scalar");
  }

  static void requireCondition(Node node) {
    require(node.type().equals(TensorType.scalar(DType.BOOL)), "a condition that is a bool scalar");
  }

  static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("control flow needs " + what);
    }
  }

  private static void requireSame(Type found, Type expected, String how) {
    if (!found.equals(expected)) {
      throw new TypeMismatch(
          "loop-carry",
          "a value that a loop carries keeps its type: it is "
              + expected
              + " in the loop and "
              + how
              + found);
    }
  }
}
