/**
 * The loop language: scalar expressions, nests (one per lowered operation) and the statements that
 * fusion makes of them. One language for C, Java and CUDA. Imports {@code type} and {@code ir}.
 */
@NullMarked
package org.croton.processor.loop;

import org.jspecify.annotations.NullMarked;
