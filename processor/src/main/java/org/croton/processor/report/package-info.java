/** Diagnostics: positions in the user's source, messages with stable ids, and where they go. */
@NullMarked
package org.croton.processor.report;

import org.jspecify.annotations.NullMarked;
