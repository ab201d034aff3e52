/** Operations that combine elements along axes; one op a file. */
@NullMarked
package org.croton.processor.ops.reduction;

import org.jspecify.annotations.NullMarked;
