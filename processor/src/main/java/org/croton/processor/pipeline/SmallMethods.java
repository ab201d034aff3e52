package org.croton.processor.pipeline;

import java.util.concurrent.atomic.AtomicInteger;
import org.croton.processor.codegen.java.DirectBody;
import org.croton.processor.kernel.KernelMethod;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.croton.processor.loop.StatementVisitor;

/**
 * Which methods become Java without being asked to: those that compute numbers from numbers in few
 * operations, for which the way into native code and back takes longer than Java does. Measured: a
 * product 11 ns native and 1 ns in Java, twenty products and sums 15 and 10, seventy operations
 * with twelve roots and divisions 61 and 53. Functions such as {@code erf} are faster in native
 * code, and round differently there: a method that has one stays native.
 */
final class SmallMethods {
  /** With more operations than this, native code is as fast. */
  static final int MOST_OPERATIONS = 64;

  private SmallMethods() {}

  static boolean areFasterInJava(KernelMethod method, LoopFunction function) {
    if (!DirectBody.isPossible(method, function)) {
      return false;
    }
    AtomicInteger operations = new AtomicInteger();
    StatementVisitor visitor =
        new StatementVisitor(
            buffer -> {}, dim -> {}, compute -> operations.addAndGet(cost(compute)));
    for (Statement statement : function.body()) {
      visitor.visit(statement);
    }
    return operations.get() <= MOST_OPERATIONS;
  }

  private static int cost(Scalar.Compute compute) {
    Primitive primitive = compute.primitive();
    boolean same =
        !primitive.isTranscendental()
            && primitive != Primitive.RAISE
            && primitive != Primitive.CBRT;
    return same ? 1 : MOST_OPERATIONS + 1;
  }
}
