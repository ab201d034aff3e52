/**
 * From graph to nests: every operation lowers itself; this package gives it buffers, keeps the
 * order and replaces pure index maps by the accesses they stand for. Imports everything up to
 * {@code op}.
 */
@NullMarked
package org.croton.processor.lower;

import org.jspecify.annotations.NullMarked;
