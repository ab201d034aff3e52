/** Products whose axes meet, from the dot product to the batched matrix product. */
@NullMarked
package org.croton.processor.ops.contraction;

import org.jspecify.annotations.NullMarked;
