package org.croton.processor.frontend.body;

import java.util.List;
import org.croton.processor.kernel.KernelField;
import org.croton.processor.kernel.KernelMethod;

/**
 * A compiled method as it was read.
 *
 * @param methods the method and those that its derivative annotations ask for
 * @param fields the fields that they read or update
 */
public record ReadMethod(List<KernelMethod> methods, List<KernelField> fields) {
  public ReadMethod {
    methods = List.copyOf(methods);
    fields = List.copyOf(fields);
  }
}
