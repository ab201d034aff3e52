package org.croton.processor.surface;

import static org.croton.processor.ops.elementwise.Abs.abs;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.And.and;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.ClipGradient.clipGradient;
import static org.croton.processor.ops.elementwise.Eq.eq;
import static org.croton.processor.ops.elementwise.Maximum.maximum;
import static org.croton.processor.ops.elementwise.Minimum.minimum;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Softplus.softplus;
import static org.croton.processor.ops.elementwise.StopGradient.stopGradient;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Where.where;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.croton.DType;
import org.croton.processor.ir.Node;
import org.croton.processor.op.Comparison;
import org.croton.processor.op.Unary;
import org.croton.processor.ops.elementwise.Abs;
import org.croton.processor.ops.elementwise.Acos;
import org.croton.processor.ops.elementwise.And;
import org.croton.processor.ops.elementwise.Asin;
import org.croton.processor.ops.elementwise.Atan;
import org.croton.processor.ops.elementwise.Cbrt;
import org.croton.processor.ops.elementwise.Ceil;
import org.croton.processor.ops.elementwise.Cos;
import org.croton.processor.ops.elementwise.Cosh;
import org.croton.processor.ops.elementwise.Eq;
import org.croton.processor.ops.elementwise.Erf;
import org.croton.processor.ops.elementwise.Exp;
import org.croton.processor.ops.elementwise.Exp2;
import org.croton.processor.ops.elementwise.Expm1;
import org.croton.processor.ops.elementwise.Floor;
import org.croton.processor.ops.elementwise.Ge;
import org.croton.processor.ops.elementwise.Gt;
import org.croton.processor.ops.elementwise.Le;
import org.croton.processor.ops.elementwise.Log;
import org.croton.processor.ops.elementwise.Log10;
import org.croton.processor.ops.elementwise.Log1p;
import org.croton.processor.ops.elementwise.Log2;
import org.croton.processor.ops.elementwise.Lt;
import org.croton.processor.ops.elementwise.Ne;
import org.croton.processor.ops.elementwise.Neg;
import org.croton.processor.ops.elementwise.Not;
import org.croton.processor.ops.elementwise.Or;
import org.croton.processor.ops.elementwise.Relu;
import org.croton.processor.ops.elementwise.Rint;
import org.croton.processor.ops.elementwise.Sigmoid;
import org.croton.processor.ops.elementwise.Sign;
import org.croton.processor.ops.elementwise.Sin;
import org.croton.processor.ops.elementwise.Sinh;
import org.croton.processor.ops.elementwise.Softplus;
import org.croton.processor.ops.elementwise.Sqrt;
import org.croton.processor.ops.elementwise.Square;
import org.croton.processor.ops.elementwise.Tan;
import org.croton.processor.ops.elementwise.Tanh;
import org.croton.processor.ops.elementwise.Xor;
import org.croton.processor.type.TypeMismatch;

/** Functions of one element, comparisons, logic and choices. */
final class ElementwiseTable {
  private ElementwiseTable() {}

  static void register(Map<String, Meaning> table) {
    for (Unary op :
        List.of(
            Sqrt.OP,
            Cbrt.OP,
            Exp.OP,
            Exp2.OP,
            Log.OP,
            Log2.OP,
            Log10.OP,
            Log1p.OP,
            Expm1.OP,
            Sigmoid.OP,
            Softplus.OP,
            Tanh.OP,
            Sin.OP,
            Cos.OP,
            Tan.OP,
            Asin.OP,
            Acos.OP,
            Atan.OP,
            Sinh.OP,
            Cosh.OP,
            Erf.OP)) {
      table.put(op.name(), call -> op.of(floating(call)));
    }
    for (Unary op : List.of(Neg.OP, Abs.OP, Sign.OP, Square.OP)) {
      table.put(op.name(), call -> op.of(call.tensor(0)));
    }
    for (Unary op : List.of(Floor.OP, Ceil.OP, Rint.OP)) {
      table.put(op.name(), call -> rounded(call, op::of));
    }
    table.put("round", call -> rounded(call, Rint.OP::of));
    table.put("isNaN", call -> Ne.ne(call.tensor(0), call.tensor(0)));
    table.put("isFinite", call -> finite(call.tensor(0)));
    table.put("isInfinite", call -> infinite(call.tensor(0)));
    table.put("relu", call -> Relu.relu(call.tensor(0)));
    for (Comparison op : List.of(Gt.OP, Ge.OP, Lt.OP, Le.OP, Eq.OP, Ne.OP)) {
      table.put(op.name(), call -> compared(call, op));
    }
    table.put("and", call -> And.and(call.tensor(0), call.tensor(1)));
    table.put("or", call -> Or.or(call.tensor(0), call.tensor(1)));
    table.put("xor", call -> Xor.xor(call.tensor(0), call.tensor(1)));
    table.put("not", call -> Not.not(call.tensor(0)));
    table.put("maximum", call -> maximum(pair(call).get(0), pair(call).get(1)));
    table.put("minimum", call -> minimum(pair(call).get(0), pair(call).get(1)));
    table.put("where", ElementwiseTable::choose);
    table.put("clip", ElementwiseTable::clipped);
    table.put("logaddexp", ElementwiseTable::logAddExp);
    table.put("cast", call -> cast(call.tensor(0), call.dtype(1)));
    table.put("stopGradient", call -> stopGradient(call.tensor(0)));
    table.put("clipGradient", ElementwiseTable::gradientClipped);
  }

  private static Node floating(Call call) {
    return Promotion.floating(call, List.of(call.arg(0))).get(0);
  }

  private static List<Node> pair(Call call) {
    return Promotion.promoted(call, List.of(call.arg(0), call.arg(1)));
  }

  /** Integers are whole already. */
  private static Node rounded(Call call, UnaryOperator<Node> round) {
    Node x = call.tensor(0);
    return x.tensor().dtype().isFloating() ? round.apply(x) : x;
  }

  private static Node finite(Node x) {
    return x.tensor().dtype().isFloating()
        ? Lt.lt(abs(x), x.builder().constant(x.tensor().dtype(), Double.POSITIVE_INFINITY))
        : eq(x, x);
  }

  private static Node infinite(Node x) {
    return x.tensor().dtype().isFloating()
        ? eq(abs(x), x.builder().constant(x.tensor().dtype(), Double.POSITIVE_INFINITY))
        : Ne.ne(x, x);
  }

  private static Node compared(Call call, Comparison op) {
    List<Node> pair = pair(call);
    return op.of(pair.get(0), pair.get(1));
  }

  private static Node choose(Call call) {
    Node condition = call.tensor(0);
    if (condition.tensor().dtype() != DType.BOOL) {
      throw new TypeMismatch(
          "dtype-unsupported",
          "the condition of where is " + condition.tensor() + ", not truth values; compare first");
    }
    List<Operand> sides = Promotion.operands(call, List.of(call.arg(1), call.arg(2)));
    DType common = Promotion.common(sides);
    boolean numbers = sides.stream().allMatch(Operand::isWeak);
    List<Node> x = Promotion.as(sides, numbers ? Promotion.wide(common) : common);
    return where(condition, x.get(0), x.get(1));
  }

  private static Node clipped(Call call) {
    List<Node> x = Promotion.promoted(call, List.of(call.arg(0), call.arg(1), call.arg(2)));
    return minimum(maximum(x.get(0), x.get(1)), x.get(2));
  }

  private static Node gradientClipped(Call call) {
    Node x = call.tensor(0);
    DType dtype = x.tensor().dtype();
    Node low = Operand.of(call, call.arg(1)).as(dtype);
    Node high = Operand.of(call, call.arg(2)).as(dtype);
    if (!low.tensor().isScalar() || !high.tensor().isScalar()) {
      throw new TypeMismatch("not-a-scalar", "the bounds of clipGradient are numbers");
    }
    return clipGradient(x, low, high);
  }

  /** {@code max(x, y) + softplus(-|x - y|)}; equal infinities have distance 0, not NaN. */
  private static Node logAddExp(Call call) {
    List<Node> pair = Promotion.floating(call, List.of(call.arg(0), call.arg(1)));
    Node x = pair.get(0);
    Node y = pair.get(1);
    DType dtype = x.tensor().dtype();
    Node zero = call.builder().constant(dtype, 0.0);
    Node infinity = call.builder().constant(dtype, Double.POSITIVE_INFINITY);
    Node same = and(eq(x, y), eq(abs(x), infinity));
    Node distance = where(same, zero, sub(x, y));
    return add(maximum(x, y), softplus(neg(abs(distance))));
  }
}
