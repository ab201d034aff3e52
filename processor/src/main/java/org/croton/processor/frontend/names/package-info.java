/** Resolves names as Java does: types, fields, methods, overloads, imports. */
@NullMarked
package org.croton.processor.frontend.names;

import org.jspecify.annotations.NullMarked;
