package org.croton.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the reverse of a method's outermost run-time loops keep the carried values of few steps
 * only, and run the steps between again to know what they computed.
 *
 * <p>Exactly one of {@link #every} and {@link #memory} is given; both, or neither, is a compile
 * error, and so is a method without a run-time loop.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Checkpoint {
  /** Keep the carried values of every so many steps; at least 1. */
  int every() default 0;

  /**
   * The most memory that the kept carried values may take, such as {@code "64MB"}: a whole number
   * and {@code B}, {@code KB}, {@code MB} or {@code GB}, each 1024 times the one before. Their
   * distance follows from it. The loop's number of steps must be known when it starts.
   */
  String memory() default "";
}
