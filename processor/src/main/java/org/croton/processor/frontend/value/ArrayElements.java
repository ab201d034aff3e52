package org.croton.processor.frontend.value;

import org.croton.processor.ir.Node;
import org.jspecify.annotations.Nullable;

/**
 * An array of primitives by its elements alone: how a variable that means another array after each
 * round is carried through a loop. Never the value of an expression.
 *
 * @param element type of the elements
 * @param node the elements
 * @param owner who owns an array that may not be written, or null
 */
public record ArrayElements(JavaKind element, Node node, @Nullable String owner) implements Value {}
