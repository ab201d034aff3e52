/** Writes the generated Java class: entry points, result assembly and, where asked, kernels. */
@NullMarked
package org.croton.processor.codegen.java;

import org.jspecify.annotations.NullMarked;
