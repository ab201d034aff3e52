package org.croton.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a tensor of 32-bit IEEE floating-point elements with the given dims. On a method it
 * describes the result. A tensor passed in with another element type is an exception at entry; a
 * value of another element type assigned inside is a compile error unless the program says {@code
 * cast}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PARAMETER,
  ElementType.FIELD,
  ElementType.RECORD_COMPONENT,
  ElementType.LOCAL_VARIABLE,
  ElementType.METHOD,
  ElementType.TYPE_USE
})
public @interface F32 {
  /**
   * The dims, separated by commas: names, sizes and arithmetic over them, for example {@code "rows,
   * 784"} or {@code "2*h+1, w-6"}; an empty text is a scalar. A name stands for one size throughout
   * a call.
   */
  String value() default "";
}
