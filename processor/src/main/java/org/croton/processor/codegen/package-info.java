/** Source text of the target languages. Imports {@code loop}, {@code kernel} and below. */
@NullMarked
package org.croton.processor.codegen;

import org.jspecify.annotations.NullMarked;
