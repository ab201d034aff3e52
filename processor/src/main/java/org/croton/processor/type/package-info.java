/**
 * Types of values: dims in normal form, shapes, array types and broadcasting. Imports nothing of
 * the processor but {@code report}.
 */
@NullMarked
package org.croton.processor.type;

import org.jspecify.annotations.NullMarked;
