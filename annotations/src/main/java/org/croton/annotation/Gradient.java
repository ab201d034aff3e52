package org.croton.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates beside a compiled method {@code f} the method {@code fGradient}, which returns its
 * scalar value and the gradients.
 *
 * <p>The result is a nested record {@code FGradient} with the component {@code value} and one
 * component per differentiated parameter, of that parameter's own type. All gradients share one
 * reverse pass. The differentiated result must be a floating-point scalar.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Gradient {
  /**
   * The parameters and fields to differentiate with respect to; empty means every floating-point
   * parameter. An unknown name, or one that is not floating-point, is a compile error.
   */
  String[] wrt() default {};

  /** What a parameter that does not influence the result gives. */
  Disconnected disconnected() default Disconnected.ERROR;

  /**
   * The generated method's name; empty means the method's own name followed by {@code Gradient}.
   */
  String name() default "";

  /**
   * The component of a record result to differentiate; empty where the method returns one value,
   * and required where it returns a record of several.
   */
  String of() default "";
}
