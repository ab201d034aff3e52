package org.croton.processor.loop;

import java.util.List;

/**
 * A condition that must hold before a nest's body is evaluated; where it does not, the kernel stops
 * and reports the site with up to two I64 facts (such as index and size).
 */
public record Check(Scalar condition, int site, List<Scalar> facts) {
  public Check {
    facts = List.copyOf(facts);
  }
}
