/** Benchmarks: one JSON line per measurement, on inputs that any language can reproduce. */
@NullMarked
package org.croton.bench;

import org.jspecify.annotations.NullMarked;
