package org.croton.processor.kernel;

import java.util.List;
import org.croton.processor.ir.Parameter;
import org.croton.processor.type.TensorType;

/**
 * A graph input and the Java expression that it comes from.
 *
 * @param value the graph's parameter
 * @param root name of the method's parameter, or of the field
 * @param isField whether the root is a field of {@code this}
 * @param path steps from the root to the array: record accessors ({@code weights()}) or array
 *     indices ({@code [2]}, {@code .get(2)}), in Java syntax
 * @param type declared or inferred type; dims name sizes that entry code binds and checks
 * @param dress how Java holds it
 * @param javaType Java type of the expression, e.g. {@code double[]}, {@code org.croton.Tensor}
 */
public record KernelInput(
    Parameter value,
    String root,
    boolean isField,
    List<String> path,
    TensorType type,
    Dress dress,
    String javaType) {
  public KernelInput {
    path = List.copyOf(path);
  }

  /** As the user would write it: {@code this.w}, {@code first.weights()}. */
  public String expression() {
    StringBuilder text = new StringBuilder(isField ? "this." + root : root);
    path.forEach(
        step -> text.append(step.startsWith("[") ? step : "." + step.replaceFirst("^\\.", "")));
    return text.toString();
  }
}
