package org.croton.processor.surface;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Floor.floor;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Pow.pow;
import static org.croton.processor.ops.elementwise.Raise.raise;
import static org.croton.processor.ops.elementwise.Sub.sub;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.croton.DType;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ops.elementwise.Atan2;
import org.croton.processor.ops.elementwise.FloorDiv;
import org.croton.processor.ops.elementwise.FloorMod;
import org.croton.processor.ops.elementwise.Hypot;
import org.croton.processor.type.TypeMismatch;

/** Arithmetic of two operands, a number on either side. */
final class ArithmeticTable {
  private ArithmeticTable() {}

  static void register(Map<String, Meaning> table) {
    table.put("add", call -> promoted(call, (x, y) -> add(x, y)));
    table.put("sub", call -> promoted(call, (x, y) -> sub(x, y)));
    table.put("mul", call -> promoted(call, (x, y) -> mul(x, y)));
    table.put("div", call -> floating(call, (x, y) -> div(x, y)));
    table.put("atan2", call -> floating(call, (x, y) -> Atan2.atan2(x, y)));
    table.put("hypot", call -> floating(call, (x, y) -> Hypot.hypot(x, y)));
    table.put("pow", ArithmeticTable::power);
    table.put("floorDiv", ArithmeticTable::floorDiv);
    table.put("floorMod", ArithmeticTable::floorMod);
  }

  private static Node promoted(Call call, BinaryOperator<Node> op) {
    List<Node> pair = Promotion.promoted(call, List.of(call.arg(0), call.arg(1)));
    return op.apply(pair.get(0), pair.get(1));
  }

  private static Node floating(Call call, BinaryOperator<Node> op) {
    List<Node> pair = Promotion.floating(call, List.of(call.arg(0), call.arg(1)));
    return op.apply(pair.get(0), pair.get(1));
  }

  /** An integer to a literal power is a product. */
  private static Node power(Call call) {
    List<Operand> operands = Promotion.operands(call, List.of(call.arg(0), call.arg(1)));
    DType dtype = Promotion.common(operands);
    if (dtype.isFloating()) {
      List<Node> pair = Promotion.as(operands, dtype);
      return pow(pair.get(0), pair.get(1));
    }
    if (!(operands.get(1) instanceof Operand.Number number)) {
      List<Node> pair = Promotion.as(operands, dtype);
      return raise(pair.get(0), pair.get(1));
    }
    Literal exponent = number.literal();
    if (exponent.integer(0) < 0) {
      throw new TypeMismatch(
          "dtype-unsupported",
          "pow of " + dtype + " to " + exponent + " is no integer; cast the base to F64");
    }
    return repeatedSquares(call, operands.get(0).as(dtype), exponent.integer(0));
  }

  private static Node repeatedSquares(Call call, Node base, long exponent) {
    Node result = null;
    Node square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result = result == null ? square : mul(result, square);
      }
      if (rest > 1) {
        square = mul(square, square);
      }
    }
    return result != null ? result : Filled.like(call, base, 1);
  }

  private static Node floorDiv(Call call) {
    return promoted(
        call,
        (x, y) -> x.tensor().dtype().isFloating() ? floor(div(x, y)) : FloorDiv.floorDiv(x, y));
  }

  private static Node floorMod(Call call) {
    return promoted(
        call,
        (x, y) ->
            x.tensor().dtype().isFloating()
                ? sub(x, mul(floor(div(x, y)), y))
                : FloorMod.floorMod(x, y));
  }
}
