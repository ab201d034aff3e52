package org.croton.processor.kernel;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import org.croton.processor.ir.GraphBuilder;

/**
 * A class with compiled methods, its own and inherited ones.
 *
 * @param element the class the user wrote
 * @param generatedName simple name of the class to generate: {@code CompiledOuter_Inner}
 * @param extendable false for final classes, records, enums and interfaces: static methods only
 * @param fields tensor and primitive fields that compiled methods use, with their declared types
 * @param methods in source order; those from derivative annotations follow their method
 */
public record KernelClass(
    TypeElement element,
    String generatedName,
    boolean extendable,
    List<KernelField> fields,
    List<KernelMethod> methods) {
  public KernelClass {
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
  }

  /** The same class with its methods as they were compiled. */
  public KernelClass withMethods(List<KernelMethod> compiled) {
    return new KernelClass(element, generatedName, extendable, fields, compiled);
  }

  /** The array fields as inputs, for checks of the object as such. */
  public List<KernelInput> fieldInputs() {
    GraphBuilder graph = new GraphBuilder();
    List<KernelInput> inputs = new ArrayList<>();
    for (KernelField field : fields) {
      if (field.dress() != Dress.PRIMITIVE) {
        inputs.add(
            new KernelInput(
                graph.parameter(0, inputs.size(), field.type()),
                field.name(),
                true,
                List.of(),
                field.type(),
                field.dress(),
                field.element().asType().toString()));
      }
    }
    return inputs;
  }
}
