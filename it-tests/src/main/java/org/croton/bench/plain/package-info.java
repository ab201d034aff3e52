/**
 * The workloads as a careful Java programmer writes them by hand: gradients derived on paper, rows
 * as arrays of their own, which is the form that the JIT compiler vectorises.
 */
@NullMarked
package org.croton.bench.plain;

import org.jspecify.annotations.NullMarked;
