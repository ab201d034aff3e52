package org.croton.processor.ir;

import java.util.List;
import org.croton.processor.type.Type;

/**
 * The little that the graph knows of an operation. Operators are singletons; identity is equality.
 */
public interface Operator {
  /** Name in the text form, unique in the catalogue. */
  String name();

  /**
   * Types of the results for these operands. Throws {@link org.croton.processor.type.TypeMismatch}
   * if the operands do not fit.
   */
  List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions);

  /**
   * False for operations that must stay where they are and as often as they are: effects. All
   * others are interned, so that equal applications are one node.
   */
  default boolean isPure() {
    return true;
  }
}
