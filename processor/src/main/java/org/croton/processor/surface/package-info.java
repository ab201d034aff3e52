/**
 * What each public function of {@code Ops} and {@code Tensor} means in graph terms: one table that
 * both the compiler's frontend and the plain-Java run use. Imports everything up to {@code ops}.
 */
@NullMarked
package org.croton.processor.surface;

import org.jspecify.annotations.NullMarked;
