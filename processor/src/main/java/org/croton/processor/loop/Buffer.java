package org.croton.processor.loop;

import org.croton.DType;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;

/**
 * A place for an array value: row-major, dense. Identity is equality. Whether it becomes memory, a
 * register or nothing at all is decided by fusion and the memory plan.
 */
public final class Buffer {
  /** Where the storage comes from. */
  public enum Role {
    /** Read only: an argument of the method. Rank 0: passed by value. */
    INPUT,
    /** A field's array: read, and written when the call commits. */
    STATE,
    /** Result memory that the caller provides. */
    OUTPUT,
    /** Elements known at build time. */
    CONSTANT,
    /** Lives within the call. */
    TEMPORARY,
    /** Lives within the call, in memory that grows; its first dim is endless. */
    TAPE
  }

  private final String name;
  private final TensorType type;
  private final Role role;

  public Buffer(String name, TensorType type, Role role) {
    this.name = name;
    this.type = type;
    this.role = role;
  }

  public String name() {
    return name;
  }

  public TensorType type() {
    return type;
  }

  public DType dtype() {
    return type.dtype();
  }

  public Shape shape() {
    return type.shape();
  }

  public int rank() {
    return type.rank();
  }

  public Role role() {
    return role;
  }

  @Override
  public String toString() {
    return name;
  }
}
