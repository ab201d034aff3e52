package org.croton.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Allows a compiled method to write into the caller's array.
 *
 * <p>Without it a write to an element of an array parameter is a compile error, because it would
 * reach code that did not ask for it. The array is written back only when the call succeeds.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface InOut {}
