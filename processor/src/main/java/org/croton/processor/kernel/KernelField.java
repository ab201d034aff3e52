package org.croton.processor.kernel;

import javax.lang.model.element.VariableElement;
import org.croton.processor.type.TensorType;

/**
 * A field that compiled methods read or update.
 *
 * @param element its declaration, maybe private, maybe in a super class
 * @param type element type and declared dims; dims named here hold for the object's whole life
 * @param dress how Java holds it
 */
public record KernelField(VariableElement element, TensorType type, Dress dress) {
  public String name() {
    return element.getSimpleName().toString();
  }
}
