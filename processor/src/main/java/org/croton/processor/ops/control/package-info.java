/**
 * Control flow: the loop over iterations with carried values, its derivatives, and passes that
 * loops alone need.
 */
@NullMarked
package org.croton.processor.ops.control;

import org.jspecify.annotations.NullMarked;
