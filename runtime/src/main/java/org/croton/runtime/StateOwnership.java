package org.croton.runtime;

import java.lang.ref.WeakReference;
import org.croton.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Says which field of which object may write a tensor's elements in place.
 *
 * <p>A buffer has one owner, an object and one of its fields. Whatever else refers to the tensor,
 * such as a tensor that the user assigned, another field or another object, is foreign, and the
 * first update through it copies. Owners are held weakly, so a result that outlives its model does
 * not keep the model.
 */
public final class StateOwnership {
  private final WeakReference<Object> owner;
  private final int field;

  private StateOwnership(Object owner, int field) {
    this.owner = new WeakReference<>(owner);
    this.field = field;
  }

  /** Whether the field may write the tensor in place. Allocates nothing. */
  public static boolean owns(Object owner, int field, Tensor tensor) {
    StateOwnership ownership = TensorAccess.ownership(tensor);
    return ownership != null && ownership.field == field && ownership.owner.refersTo(owner);
  }

  /**
   * The tensor itself where the field owns it, else a copy that it owns: for an update of some
   * elements.
   *
   * @throws org.croton.ClosedTensorException if the tensor is closed
   */
  public static Tensor own(Object owner, int field, Tensor tensor) {
    if (owns(owner, field, tensor)) {
      return tensor;
    }
    Tensor copy = fresh(owner, field, tensor);
    copy.copyFrom(tensor);
    return copy;
  }

  /**
   * The tensor itself where the field owns it, else one of the same type and shape, with any
   * content, that it owns: for an update that writes every element.
   *
   * @throws org.croton.ClosedTensorException if the tensor is closed
   */
  public static Tensor overwrite(Object owner, int field, Tensor tensor) {
    return owns(owner, field, tensor) ? tensor : fresh(owner, field, tensor);
  }

  /**
   * Makes the field the owner of a tensor that nobody else has seen, such as a result just
   * computed.
   *
   * @throws IllegalStateException if it has an owner already
   */
  public static Tensor claim(Object owner, int field, Tensor tensor) {
    StateOwnership current = TensorAccess.ownership(tensor);
    if (current != null && !owns(owner, field, tensor)) {
      throw new IllegalStateException("the tensor belongs to another field");
    }
    if (current == null) {
      TensorAccess.setOwnership(tensor, new StateOwnership(owner, field));
    }
    return tensor;
  }

  /** Gives up a tensor, so that the next update through any field copies. */
  public static void release(Tensor tensor) {
    TensorAccess.setOwnership(tensor, null);
  }

  private static Tensor fresh(Object owner, int field, Tensor like) {
    TensorAccess.storage(like).checkOpen();
    Tensor tensor = TensorAccess.uninitializedState(like.dtype(), TensorAccess.sharedShape(like));
    return claim(owner, field, tensor);
  }

  /** For messages and debuggers. */
  @Override
  public String toString() {
    @Nullable Object held = owner.get();
    return "field " + field + " of " + (held == null ? "a collected object" : held.getClass());
  }
}
