/** The same mathematics in C as a programmer writes it: what the speed of loops is held against. */
@NullMarked
package org.croton.bench.c;

import org.jspecify.annotations.NullMarked;
