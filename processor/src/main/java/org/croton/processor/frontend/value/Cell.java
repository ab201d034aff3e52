package org.croton.processor.frontend.value;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A place that holds a value: a variable, a field, the content of an array. Known by identity. */
public final class Cell {
  private final String name;
  private final @Nullable Supplier<Value> initial;

  private Cell(String name, @Nullable Supplier<Value> initial) {
    this.name = name;
    this.initial = initial;
  }

  static Cell named(String name) {
    return new Cell(name, null);
  }

  /** A cell that outlives the call and whose value at entry is made when it is first read. */
  public static Cell lazy(String name, Supplier<Value> initial) {
    return new Cell(name, initial);
  }

  public String name() {
    return name;
  }

  @Nullable Supplier<Value> initial() {
    return initial;
  }

  @Override
  public String toString() {
    return name;
  }
}
