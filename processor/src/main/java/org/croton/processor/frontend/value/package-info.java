/**
 * What expressions of a compiled method evaluate to, and where variables keep it: constants,
 * scalars and tensors in the graph, Java arrays, records, objects, functions.
 */
@NullMarked
package org.croton.processor.frontend.value;

import org.jspecify.annotations.NullMarked;
