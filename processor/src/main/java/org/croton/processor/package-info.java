/** The compiler: one package per stage, each importing only earlier stages. */
@NullMarked
package org.croton.processor;

import org.jspecify.annotations.NullMarked;
