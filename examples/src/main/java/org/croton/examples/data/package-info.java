/**
 * Reads the images that the examples train on. It knows nothing of tensors: plain Java arrays come
 * out.
 */
@NullMarked
package org.croton.examples.data;

import org.jspecify.annotations.NullMarked;
