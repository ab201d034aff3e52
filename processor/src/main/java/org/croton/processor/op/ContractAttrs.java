package org.croton.processor.op;

import org.croton.processor.ir.Attrs;

/**
 * Which axes of a product meet: one letter per axis, equal letters are one index. Letters that the
 * result lacks are summed over.
 */
public record ContractAttrs(String left, String right, String result) implements Attrs {
  @Override
  public String toString() {
    return "spec=" + left + "," + right + "->" + result;
  }
}
