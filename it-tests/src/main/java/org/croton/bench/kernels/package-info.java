/** The workloads as users of the compiler write them: compiled methods. */
@NullMarked
package org.croton.bench.kernels;

import org.jspecify.annotations.NullMarked;
