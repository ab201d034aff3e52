package org.croton.processor.frontend.value;

import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** A record: its components in declared order. Immutable, so it is a value and no place. */
public record RecordValue(TypeElement type, List<Value> components) implements Value {
  public RecordValue {
    components = List.copyOf(components);
  }

  /** Names of the components in declared order. */
  public List<String> names() {
    return type.getRecordComponents().stream()
        .map(component -> component.getSimpleName().toString())
        .toList();
  }

  public @Nullable Value component(String name) {
    int index = names().indexOf(name);
    return index < 0 ? null : components.get(index);
  }
}
