/**
 * Reads element types and dims from annotations; turns parameters and fields into graph inputs and
 * returned values into outputs.
 */
@NullMarked
package org.croton.processor.frontend.signature;

import org.jspecify.annotations.NullMarked;
