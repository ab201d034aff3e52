/** Evaluates statements and expressions; one class per kind of syntax. */
@NullMarked
package org.croton.processor.frontend.body;

import org.jspecify.annotations.NullMarked;
