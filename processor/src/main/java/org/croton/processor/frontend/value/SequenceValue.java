package org.croton.processor.frontend.value;

import javax.lang.model.type.TypeMirror;

/**
 * A reference to an array of objects or to a list, of a length that the build knows.
 *
 * @param type {@code Tensor[]}, {@code java.util.List}
 * @param content a cell with {@link Value.Items}
 */
public record SequenceValue(TypeMirror type, Cell content, boolean isWritable) implements Value {}
