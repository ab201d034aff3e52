package org.croton.processor.plain;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.croton.CrotonException;
import org.croton.processor.autodiff.Differentiator;
import org.croton.processor.surface.Surface;
import org.croton.processor.type.TypeMismatch;
import org.croton.runtime.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * Runs the original of a compiled method: each operation at once, by its reference meaning. Simple
 * and slow, made to be stepped through.
 *
 * <p>{@code grad}, {@code jvp}, {@code vjp} and {@code hvp} follow the history of their tensors,
 * which is remembered for a bounded number of operations and bytes. Derivatives through the lambda
 * of a {@code map}, and those of functions of numbers, are numeric. What passed through {@code
 * item()} or another Java number has no history.
 */
@AutoService(Evaluator.class)
public final class PlainEvaluator implements Evaluator {
  private static final Set<String> DERIVATIVES =
      Set.of("grad", "jvp", "vjp", "hvp", "jacobian", "jacobianRows", "hessian");
  private static final Set<String> MAPS = Set.of("map", "mapToBool", "mapToInt", "mapToLong");

  private final Surface surface = new Surface(new Differentiator());
  private final History history;

  /** As {@link java.util.ServiceLoader} makes it. */
  public PlainEvaluator() {
    this(new History(History.OPERATIONS, History.BYTES));
  }

  PlainEvaluator(History history) {
    this.history = history;
  }

  @Override
  public @Nullable Object call(String name, @Nullable Object[] args) {
    for (Object arg : args) {
      if (arg == null) {
        throw new CrotonException(name + ": an argument is null");
      }
    }
    try {
      if (MAPS.contains(name)) {
        return new MapCall(history, name).run(args);
      }
      if (name.equals("grad") && NumericGradient.isFunction(args[0])) {
        return NumericGradient.of(args[0], args[1]);
      }
      return DERIVATIVES.contains(name)
          ? new DerivativeCall(surface, history, name).run(args)
          : new OperationCall(surface, history, name).run(args);
    } catch (TypeMismatch e) {
      throw Mistakes.exception(e);
    }
  }
}
