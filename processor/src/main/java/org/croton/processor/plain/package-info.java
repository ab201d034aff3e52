/**
 * The plain-Java run: evaluates the operations of {@code Ops} and {@code Tensor} one by one by
 * their reference meaning, and remembers where tensors came from so that derivatives in a body
 * work. Imports everything but {@code pipeline}.
 */
@NullMarked
package org.croton.processor.plain;

import org.jspecify.annotations.NullMarked;
