/**
 * Reads the methods that users wrote: javac's syntax trees in, graphs out. Bodies are evaluated
 * abstractly: what the build knows is computed, what only the data knows becomes a graph node.
 * Names are resolved here, through {@code Elements}; javac is never asked to attribute a body.
 */
@NullMarked
package org.croton.processor.frontend;

import org.jspecify.annotations.NullMarked;
