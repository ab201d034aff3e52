/**
 * From nests to statements: which values share memory, which nests share loops, what shrinks to a
 * register, and where the rest lives. Imports {@code loop} and below.
 */
@NullMarked
package org.croton.processor.fuse;

import org.jspecify.annotations.NullMarked;
