/** Reference semantics: graphs evaluated operation by operation, nothing clever. */
@NullMarked
package org.croton.processor.eval;

import org.jspecify.annotations.NullMarked;
