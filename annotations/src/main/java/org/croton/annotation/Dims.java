package org.croton.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names dims where no element type is said.
 *
 * <p>Two forms. On a Java array, {@code @Dims("n, m") double[][] a} gives its dims; the element
 * type is the array's own. On a record, {@code @Dims("in = features, out = hidden") Layer first}
 * binds the dim names that the record's components use to names of this method, so that a mismatch
 * is a compile error; names left out stay local to this use.
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
public @interface Dims {
  /** The dims of an array, or the bindings {@code inner = expression} of a record's dim names. */
  String value();
}
