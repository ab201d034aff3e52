package org.croton.processor.frontend.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/** The local variables in reach, innermost block first. */
final class Scope {
  /**
   * A local variable or parameter.
   *
   * @param type declared Java type, or null for {@code var}
   * @param declared element type and dims that its annotation promises, or null
   */
  record Variable(
      String name, @Nullable TypeMirror type, @Nullable TensorType declared, Cell cell) {}

  private final @Nullable Scope outer;
  private final Map<String, Variable> variables = new HashMap<>();

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  void add(Variable variable) {
    variables.put(variable.name(), variable);
  }

  @Nullable Variable find(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Variable variable = scope.variables.get(name);
      if (variable != null) {
        return variable;
      }
    }
    return null;
  }

  /** The cells of all variables in reach, also of those that others hide. */
  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      scope.variables.values().forEach(variable -> cells.add(variable.cell()));
    }
    return cells;
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>(variables.keySet());
    if (outer != null) {
      names.addAll(outer.names());
    }
    return names;
  }
}
