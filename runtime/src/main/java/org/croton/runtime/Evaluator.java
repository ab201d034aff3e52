package org.croton.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Runs one operation of a plain Java run; found with {@link java.util.ServiceLoader}.
 *
 * <p>The implementation comes with the processor, which belongs on the test class path only. It
 * must be safe to call from several threads.
 */
public interface Evaluator {
  /**
   * Runs a method of {@code Tensor} or {@code Ops}.
   *
   * @param name the method's name
   * @param args its Java arguments in order, the receiver first for methods of {@code Tensor}; a
   *     variable-arity argument is one array
   * @return what the method returns, in its Java type (a boxed number, a tensor, an array, a
   *     record)
   */
  @Nullable Object call(String name, @Nullable Object[] args);
}
