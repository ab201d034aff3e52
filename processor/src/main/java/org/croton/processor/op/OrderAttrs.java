package org.croton.processor.op;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.croton.processor.ir.Attrs;

/** An order of axes: place {@code i} of the result is axis {@code order[i]} of the argument. */
public record OrderAttrs(List<Integer> order) implements Attrs {
  public OrderAttrs {
    order = List.copyOf(order);
  }

  /** The order that undoes this one. */
  public List<Integer> inverse() {
    List<Integer> inverse = new ArrayList<>(Collections.nCopies(order.size(), 0));
    for (int i = 0; i < order.size(); i++) {
      inverse.set(order.get(i), i);
    }
    return inverse;
  }

  @Override
  public String toString() {
    return "order=" + order;
  }
}
