/** Operations that read and write at positions that only the data knows; one op a file. */
@NullMarked
package org.croton.processor.ops.indexing;

import org.jspecify.annotations.NullMarked;
