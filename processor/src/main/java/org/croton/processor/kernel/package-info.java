/**
 * What the frontend hands to the back ends: compiled classes and methods, how Java arguments become
 * graph inputs and graph outputs become Java results. Imports everything up to {@code surface}.
 */
@NullMarked
package org.croton.processor.kernel;

import org.jspecify.annotations.NullMarked;
