package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.OpDef;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Computes applications to constants at build time, by the op's reference meaning. A result that is
 * larger than all its operands and than {@value #SMALL} elements stays a computation, and so does
 * one that overflows or underflows: {@code log(exp(1000) + exp(x))} is to be seen as it was
 * written.
 */
final class ConstantFold implements Step {
  private static final int SMALL = 16;

  @Override
  public String name() {
    return "constant-fold";
  }

  @Override
  public @Nullable Node simplify(Apply apply) {
    if (!foldable(apply)) {
      return null;
    }
    List<Literal> values = new ArrayList<>();
    for (Node argument : apply.arguments()) {
      values.add(((Constant) argument).value());
    }
    try {
      Literal result = ((OpDef) apply.operator()).evaluate(apply, values, new KnownSizes()).get(0);
      boolean keeps = result.type().equals(apply.type()) && !outOfRange(values, result);
      return keeps ? apply.builder().constant(result) : null;
    } catch (ArithmeticException | IndexOutOfBoundsException failing) {
      return null; // the program fails there, when it runs and only if it gets there
    }
  }

  private static boolean outOfRange(List<Literal> operands, Literal result) {
    boolean finite = operands.stream().allMatch(x -> every(x, Double::isFinite));
    boolean unary = operands.size() == 1 && every(operands.get(0), value -> value != 0);
    return result.dtype().isFloating()
        && ((finite && !every(result, Double::isFinite))
            || (unary && !every(result, value -> value != 0)));
  }

  private static boolean every(Literal literal, DoublePredicate test) {
    return IntStream.range(0, literal.count()).mapToDouble(literal::real).allMatch(test);
  }

  private static boolean foldable(Apply apply) {
    if (!apply.operator().isPure()
        || apply.arguments().isEmpty()
        || !apply.regions().isEmpty()
        || apply.resultTypes().size() != 1
        || !(apply.type() instanceof TensorType)) {
      return false;
    }
    long available = SMALL;
    for (Node argument : apply.arguments()) {
      if (!(argument instanceof Constant)) {
        return false;
      }
      available = Math.max(available, ((Constant) argument).value().count());
    }
    Dim size = apply.tensor().shape().size();
    return size.isConstant() && size.constant() <= available;
  }

  /** Sizes that are numbers; foldable applications have no others. */
  private static final class KnownSizes implements Evaluation {
    @Override
    public int size(Dim dim) {
      return Math.toIntExact(dim.constant());
    }

    @Override
    public List<Literal> run(Region region, List<Literal> parameters) {
      throw new IllegalStateException("an application with a region is never folded");
    }
  }
}
