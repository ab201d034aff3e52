package org.croton.processor.frontend.value;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A small object, or the {@code this} of a method: fields are cells. Inside a record's own methods
 * and constructors {@code this} is one too.
 */
public final class InstanceValue implements Value {
  private final TypeElement type;
  private final boolean isState;
  private @Nullable RecordValue origin;
  private final Map<String, Cell> fields = new LinkedHashMap<>();

  /**
   * @param isState true for the object whose methods are compiled: its fields outlive the call
   */
  public InstanceValue(TypeElement type, boolean isState) {
    this.type = type;
    this.isState = isState;
  }

  public TypeElement type() {
    return type;
  }

  public boolean isState() {
    return isState;
  }

  public boolean isRecord() {
    return type.getKind() == ElementKind.RECORD;
  }

  /** The record that this is a view of, or null. */
  public @Nullable RecordValue origin() {
    return origin;
  }

  public void setOrigin(RecordValue record) {
    origin = record;
  }

  public void add(String field, Cell cell) {
    fields.put(field, cell);
  }

  public @Nullable Cell field(String name) {
    return fields.get(name);
  }

  /** Cells by field name, in declared order. */
  public Map<String, Cell> fields() {
    return fields;
  }
}
