/**
 * Derivatives as graph to graph transformations: reverse mode by contributions, forward mode by
 * tangents. Knows operations by their contract only; loops differentiate themselves through it.
 * Imports everything up to {@code surface}.
 */
@NullMarked
package org.croton.processor.autodiff;

import org.jspecify.annotations.NullMarked;
