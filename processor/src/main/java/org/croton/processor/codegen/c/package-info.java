/** C11 text of kernels. One printer; how things are spelled is a table. */
@NullMarked
package org.croton.processor.codegen.c;

import org.jspecify.annotations.NullMarked;
