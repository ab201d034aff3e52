/**
 * Applies rewrite rules to graphs: matching, instantiation, folding, each phase to a fixed point.
 * Rules are data that ops own; this package is the engine. Imports everything up to {@code ops}.
 */
@NullMarked
package org.croton.processor.rewrite;

import org.jspecify.annotations.NullMarked;
