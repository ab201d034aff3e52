package org.croton.processor.kernel;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Spans;

/**
 * A method to compile.
 *
 * @param element the method the user wrote; for a derivative method, the one it is derived from
 * @param name name to generate: the method's own, or e.g. {@code lossGradient}
 * @param overrides true if it overrides or hides the user's method
 * @param inputs one per graph input, in order
 * @param result from the graph's first outputs
 * @param updates from the graph's last outputs
 * @param where declared relations between dims, parsed: checked at entry and used as facts
 * @param graph its meaning; in-body derivatives are already part of it
 * @param javaTarget true for {@code target = JAVA}, and for what is faster so
 */
public record KernelMethod(
    ExecutableElement element,
    String name,
    boolean overrides,
    List<KernelInput> inputs,
    KernelResult result,
    List<KernelUpdate> updates,
    List<DimRelation> where,
    Graph graph,
    Spans spans,
    boolean javaTarget) {
  public KernelMethod {
    inputs = List.copyOf(inputs);
    updates = List.copyOf(updates);
    where = List.copyOf(where);
  }

  /** The same method with a rewritten graph. */
  public KernelMethod withGraph(Graph other) {
    return new KernelMethod(
        element, name, overrides, inputs, result, updates, where, other, spans, javaTarget);
  }

  /** The same method, as Java. */
  public KernelMethod inJava() {
    return new KernelMethod(
        element, name, overrides, inputs, result, updates, where, graph, spans, true);
  }
}
