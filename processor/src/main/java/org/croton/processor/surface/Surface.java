package org.croton.processor.surface;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.type.TypeMismatch;

/**
 * What the public functions of {@code Ops} and methods of {@code Tensor} mean in graph terms: the
 * one table behind the compiler's frontend and the plain-Java run.
 *
 * <p>Arguments are those of the Java call in order, the receiver first:
 *
 * <ul>
 *   <li>a tensor, or a scalar that takes part with its own dtype: {@link
 *       org.croton.processor.ir.Node};
 *   <li>a run-time Java primitive: {@link Weak}, which takes the tensors' dtype;
 *   <li>a literal: boxed {@code Integer Long Float Double Boolean}, which does too;
 *   <li>{@code String}, {@link org.croton.DType}, a size: {@link org.croton.processor.type.Dim};
 *   <li>{@code int...}, arrays of tensors and the like: one {@link List}, or a Java array;
 *   <li>parts of an index: {@link IndexSpec} or {@link org.croton.Index};
 *   <li>{@code keep(...)}: {@link KeepAxes} or {@link org.croton.Axes}.
 * </ul>
 *
 * The result is a {@code Node}, a {@code List} of nodes, a {@code Dim}, a list of dims, a {@code
 * DType} or a boxed constant. Mistakes are {@link TypeMismatch}es in the user's terms.
 */
public final class Surface {
  private final Map<String, Meaning> meanings;
  private final Derivatives derivatives;

  public Surface(Derivatives derivatives) {
    this.derivatives = derivatives;
    Map<String, Meaning> table = new TreeMap<>();
    ElementwiseTable.register(table);
    ArithmeticTable.register(table);
    ReductionTable.register(table);
    SoftmaxTable.register(table);
    ProductTable.register(table);
    ShapeTable.register(table);
    IndexTable.register(table);
    CreationTable.register(table);
    DerivativeTable.register(table);
    this.meanings = Collections.unmodifiableMap(table);
  }

  /** The names that {@link #call} knows, for suggestions. */
  public SortedSet<String> names() {
    return new TreeSet<>(meanings.keySet());
  }

  /**
   * The meaning of a call. Throws {@link TypeMismatch} if the arguments do not fit, or {@code
   * unknown-operation}.
   */
  public Object call(GraphBuilder g, String name, List<Object> args) {
    Meaning meaning = meanings.get(name);
    if (meaning == null) {
      throw new TypeMismatch("unknown-operation", "there is no operation " + name);
    }
    return meaning.of(new Call(g, name, args, derivatives));
  }
}
