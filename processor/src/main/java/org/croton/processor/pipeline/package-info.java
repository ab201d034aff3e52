/**
 * The annotation processor: reads what javac hands it, runs the passes in order and writes files.
 * The one place where all stages meet; may import every other package.
 */
@NullMarked
package org.croton.processor.pipeline;

import org.jspecify.annotations.NullMarked;
