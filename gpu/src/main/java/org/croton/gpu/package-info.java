/**
 * Runs kernels that were compiled for CUDA: device discovery, memory, module loading and launches
 * through the CUDA driver API. It holds no class yet; the processor writes CPU kernels only.
 */
@NullMarked
package org.croton.gpu;

import org.jspecify.annotations.NullMarked;
