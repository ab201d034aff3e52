package org.croton.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the derivative of a method's outermost run-time loop recompute steps rather than store
 * them.
 *
 * <p>Exactly one of {@link #every} and {@link #memory} is given; both, or neither, is a compile
 * error.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Checkpoint {
  /** Store the carried values of every so many steps and recompute those between; at least 1. */
  int every() default 0;

  /** The most bytes that stored steps may take; the build picks the steps. */
  long memory() default 0;
}
