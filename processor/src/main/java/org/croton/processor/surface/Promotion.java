package org.croton.processor.surface;

import java.util.ArrayList;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Node;

/**
 * The common dtype of operands: tensors promote by NumPy's table, numbers take the tensors' dtype
 * unless they are of a higher kind: a fraction with integers makes F64, a whole number with truth
 * values I64.
 */
final class Promotion {
  private Promotion() {}

  static List<Operand> operands(Call call, List<?> args) {
    List<Operand> operands = new ArrayList<>();
    for (Object arg : args) {
      operands.add(Operand.of(call, arg));
    }
    return operands;
  }

  static DType common(List<Operand> operands) {
    DType strong = null;
    DType weak = null;
    for (Operand operand : operands) {
      if (operand.isWeak()) {
        weak = weak == null ? operand.dtype() : DType.promote(weak, operand.dtype());
      } else {
        strong = strong == null ? operand.dtype() : DType.promote(strong, operand.dtype());
      }
    }
    if (strong == null || weak == null) {
      return strong != null ? strong : weak != null ? weak : DType.F64;
    }
    if (kind(weak) <= kind(strong)) {
      return strong;
    }
    return wide(weak);
  }

  /** The dtype of numbers that meet no tensor of their kind. */
  static DType wide(DType dtype) {
    return dtype.isFloating() ? DType.F64 : dtype.isInteger() ? DType.I64 : dtype;
  }

  private static int kind(DType dtype) {
    return dtype.isFloating() ? 2 : dtype.isInteger() ? 1 : 0;
  }

  /** The arguments in their common dtype. */
  static List<Node> promoted(Call call, List<?> args) {
    List<Operand> operands = operands(call, args);
    return as(operands, common(operands));
  }

  /** The arguments in their common dtype if that is floating, in F64 otherwise. */
  static List<Node> floating(Call call, List<?> args) {
    List<Operand> operands = operands(call, args);
    return as(operands, floating(common(operands)));
  }

  static DType floating(DType dtype) {
    return dtype.isFloating() ? dtype : DType.F64;
  }

  static List<Node> as(List<Operand> operands, DType dtype) {
    return operands.stream().map(operand -> operand.as(dtype)).toList();
  }
}
