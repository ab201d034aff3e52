/**
 * The operations: one file each, in a package per family, and the catalogue that lists them.
 * Imports {@code op} and what stands below it.
 */
@NullMarked
package org.croton.processor.ops;

import org.jspecify.annotations.NullMarked;
