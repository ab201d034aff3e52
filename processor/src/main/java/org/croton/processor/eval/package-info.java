/**
 * The reference evaluator: what a graph means, by the meanings of its operations and nothing
 * clever. Imports {@code ops} and what stands below it.
 */
@NullMarked
package org.croton.processor.eval;

import org.jspecify.annotations.NullMarked;
