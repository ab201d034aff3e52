package org.croton.processor.frontend.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a Java array of primitives, or to a row of one: writes through it are seen by all
 * who share the content.
 *
 * @param element type of the elements
 * @param baseRank dimensions of the whole array
 * @param content of the whole array: a tensor, or {@link Value.Items} while the length is small and
 *     every index was known to the build
 * @param prefix indices that lead from the whole array to this row
 * @param owner the parameter or constant that may not be written, or null
 */
public record ArrayValue(
    JavaKind element, int baseRank, Cell content, List<Value> prefix, @Nullable String owner)
    implements Value {
  public ArrayValue {
    prefix = List.copyOf(prefix);
  }

  public ArrayValue(JavaKind element, int rank, Cell content) {
    this(element, rank, content, List.of(), null);
  }

  public int rank() {
    return baseRank - prefix.size();
  }

  public ArrayValue row(Value index) {
    return new ArrayValue(element, baseRank, content, indices(List.of(index)), owner);
  }

  /** The indices from the whole array on. */
  public List<Value> indices(List<Value> more) {
    List<Value> all = new ArrayList<>(prefix);
    all.addAll(more);
    return all;
  }

  /** As Java writes the type: {@code double[][]}. */
  public String typeName() {
    return element + "[]".repeat(rank());
  }
}
