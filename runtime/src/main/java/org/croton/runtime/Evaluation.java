package org.croton.runtime;

import java.util.Iterator;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.croton.CrotonException;
import org.croton.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Hands the operations of a plain Java run to the evaluator.
 *
 * <p>An evaluator is looked for with the thread's context class loader and then with this class's
 * own, and kept once found. The system property {@code croton.plain=deny} forbids plain runs
 * altogether.
 */
public final class Evaluation {
  private static volatile @Nullable Evaluator found;

  private Evaluation() {}

  /**
   * Runs an operation that returns a tensor.
   *
   * @throws CrotonException if plain runs are denied or there is no evaluator
   */
  public static Tensor tensor(String name, @Nullable Object... args) {
    return (Tensor) call(name, args);
  }

  /**
   * Runs an operation; see {@link Evaluator#call}.
   *
   * @throws CrotonException if plain runs are denied or there is no evaluator
   */
  public static Object call(String name, @Nullable Object... args) {
    if ("deny".equals(System.getProperty("croton.plain"))) {
      throw new CrotonException(PlainRun.denied(name));
    }
    Evaluator evaluator = found;
    if (evaluator == null) {
      evaluator = find();
      if (evaluator == null) {
        throw new CrotonException(PlainRun.withoutEvaluator(name));
      }
      found = evaluator;
    }
    return Objects.requireNonNull(evaluator.call(name, args), name);
  }

  private static @Nullable Evaluator find() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    Evaluator evaluator = context == null ? null : first(context);
    ClassLoader own = Evaluation.class.getClassLoader();
    return evaluator != null || own == null ? evaluator : first(own);
  }

  private static @Nullable Evaluator first(ClassLoader loader) {
    try {
      Iterator<Evaluator> services = ServiceLoader.load(Evaluator.class, loader).iterator();
      return services.hasNext() ? services.next() : null;
    } catch (ServiceConfigurationError e) {
      throw new CrotonException(
          "the evaluator of plain Java runs cannot be loaded: " + e.getMessage(), e);
    }
  }
}
