package org.croton.processor.kernel;

import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/** How a method's Java result is assembled from the graph's outputs. */
public sealed interface KernelResult {
  /** The method is void. */
  record Nothing() implements KernelResult {}

  /**
   * One output of the graph.
   *
   * @param output index into {@code Graph.outputs}
   * @param javaType e.g. {@code double}, {@code float[][]}, {@code org.croton.Tensor}
   */
  record Value(int output, TensorType type, Dress dress, String javaType) implements KernelResult {}

  /**
   * A record.
   *
   * @param type the user's record, or null for one to be generated as a nested record
   * @param name simple name of a generated record
   * @param components in declared order
   */
  record Record(@Nullable TypeMirror type, String name, List<Component> components)
      implements KernelResult {
    public Record {
      components = List.copyOf(components);
    }
  }

  /** A component of a record result. */
  record Component(String name, KernelResult value) {}

  /** An array or {@code List} of build-time length. */
  record Sequence(TypeMirror type, List<KernelResult> elements) implements KernelResult {
    public Sequence {
      elements = List.copyOf(elements);
    }
  }
}
