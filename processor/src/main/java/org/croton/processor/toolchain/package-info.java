/**
 * Runs the C compiler: finds it, names what a build depends on, builds one library per instruction
 * set level and keeps built libraries by content. Knows nothing of graphs or Java source; imports
 * {@code report} at most.
 */
@NullMarked
package org.croton.processor.toolchain;

import org.jspecify.annotations.NullMarked;
