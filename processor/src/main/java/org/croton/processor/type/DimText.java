package org.croton.processor.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Prints dims the way users write them: {@code 2*h + 1}. */
final class DimText {
  private DimText() {}

  static String print(SortedMap<Monomial, Long> terms) {
    if (terms.isEmpty()) {
      return "0";
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Monomial, Long> term : terms.entrySet()) {
      long factor = term.getValue();
      if (text.length() > 0) {
        text.append(factor < 0 ? " - " : " + ");
      } else if (factor < 0) {
        text.append('-');
      }
      text.append(product(Math.abs(factor), term.getKey()));
    }
    return text.toString();
  }

  private static String product(long factor, Monomial monomial) {
    List<String> factors = new ArrayList<>();
    if (factor != 1 || monomial.atoms().isEmpty()) {
      factors.add(Long.toString(factor));
    }
    monomial.atoms().forEach(atom -> factors.add(atom.toString()));
    return String.join("*", factors);
  }
}
