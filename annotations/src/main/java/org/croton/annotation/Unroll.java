package org.croton.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Writes out so many steps of a method's outermost run-time loop per turn of the generated loop.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Unroll {
  /** How many steps one turn does; at least 1, where 1 means that nothing is written out. */
  int value();
}
