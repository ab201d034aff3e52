package org.croton.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Has a method compiled: the class {@code CompiledXxx} generated beside {@code Xxx} overrides an
 * instance method, or hides a static one, with generated code of the same meaning.
 *
 * <p>The method must not be private, final or abstract, and its class must not be an inner
 * (non-static) class. The original stays ordinary Java: with the processor on the class path it
 * runs operation by operation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@java.lang.annotation.Target(ElementType.METHOD)
public @interface Compiled {
  /**
   * Relations between dims, such as {@code "model = heads*size"} or {@code "time >= 5"}. Each is
   * checked at entry, where a violation is an exception that quotes it, and then used as a fact.
   */
  String[] where() default {};

  /** What the method is compiled to. */
  Target target() default Target.NATIVE;
}
