/** Operations that act on each element; one op a file. */
@NullMarked
package org.croton.processor.ops.elementwise;

import org.jspecify.annotations.NullMarked;
