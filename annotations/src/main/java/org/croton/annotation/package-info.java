/**
 * The annotations by which a program says what to compile, with which element types and dims, and
 * which derivatives to write. They carry no behaviour.
 */
@NullMarked
package org.croton.annotation;

import org.jspecify.annotations.NullMarked;
