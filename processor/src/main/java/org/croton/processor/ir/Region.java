package org.croton.processor.ir;

import java.util.List;

/**
 * The closed body of a loop, while, branch or map: every value from outside is an explicit argument
 * of the application and a parameter here (constants and dims excepted, which are the same
 * everywhere).
 */
public record Region(List<Parameter> parameters, List<Node> results) {
  public Region {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  public int depth() {
    return parameters.isEmpty() ? 0 : parameters.get(0).depth();
  }
}
