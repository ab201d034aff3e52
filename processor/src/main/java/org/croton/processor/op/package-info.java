/**
 * The contract of an operation and the families that share defaults. An op is complete in one file:
 * type rule, reference meaning, pullback, pushforward, lowering and rewrite rules. Imports {@code
 * type ir loop rule}.
 */
@NullMarked
package org.croton.processor.op;

import org.jspecify.annotations.NullMarked;
