package org.croton.runtime;

import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.croton.CrotonException;
import org.croton.DType;
import org.croton.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What generated code, the evaluator and the runtime see of a tensor beyond its public members.
 *
 * <p>The address of a tensor stays valid only while the tensor is reachable: a caller that passes
 * it to native code keeps the tensor alive with {@link java.lang.ref.Reference#reachabilityFence}.
 */
public abstract class TensorAccess {
  private static @Nullable TensorAccess installed;

  /** Called by the initialiser of {@link Tensor} only. */
  protected TensorAccess() {}

  /** Called by the initialiser of {@link Tensor} only. */
  public static void install(TensorAccess access) {
    if (installed != null) {
      throw new IllegalStateException("tensor access is installed already");
    }
    installed = access;
  }

  /**
   * A tensor with any content, to be written by the caller, closed with the current scope if any.
   *
   * @throws org.croton.ShapeException if a dim is negative or the size does not fit
   * @throws org.croton.CrotonException if there is no memory for it
   */
  public static Tensor uninitialized(DType dtype, int... shape) {
    return Holder.ACCESS.newTensor(dtype, shape, false);
  }

  /** As {@link #uninitialized}, but not closed by any scope: for state that an object holds. */
  public static Tensor uninitializedState(DType dtype, int... shape) {
    return Holder.ACCESS.newTensor(dtype, shape, true);
  }

  /**
   * The address of the first element.
   *
   * @throws org.croton.ClosedTensorException after close
   * @throws org.croton.CrotonException if no kernel library is loaded
   */
  public static long address(Tensor tensor) {
    return Holder.ACCESS.storageOf(tensor).address();
  }

  /**
   * The elements as one buffer in native order, for kernels in Java.
   *
   * @throws org.croton.ClosedTensorException after close
   * @throws org.croton.CrotonException if the tensor has more than 2^30 bytes
   */
  public static ByteBuffer bytes(Tensor tensor) {
    ByteBuffer[] segments = Holder.ACCESS.storageOf(tensor).segments();
    if (segments.length > 1) {
      throw new CrotonException(
          "a method compiled with target = JAVA takes tensors of up to 2^30 bytes, not "
              + tensor.dtype()
              + Arrays.toString(tensor.shape()));
    }
    return segments[0];
  }

  /** The tensor's bytes. */
  public static Storage storage(Tensor tensor) {
    return Holder.ACCESS.storageOf(tensor);
  }

  /** The tensor's elements as Java numbers. */
  public static Elements elements(Tensor tensor) {
    return new Elements(Holder.ACCESS.storageOf(tensor), tensor.dtype(), tensor.size());
  }

  /** The tensor's own shape array, which must not be written. */
  public static int[] sharedShape(Tensor tensor) {
    return Holder.ACCESS.shapeOf(tensor);
  }

  /** What the evaluator noted about where the tensor came from; null if nothing. */
  public static @Nullable Object lineage(Tensor tensor) {
    return Holder.ACCESS.lineageOf(tensor);
  }

  /** Notes where the tensor came from; for the evaluator only. */
  public static void setLineage(Tensor tensor, @Nullable Object lineage) {
    Holder.ACCESS.setLineageOf(tensor, lineage);
  }

  static @Nullable StateOwnership ownership(Tensor tensor) {
    return Holder.ACCESS.ownershipOf(tensor);
  }

  static void setOwnership(Tensor tensor, @Nullable StateOwnership ownership) {
    Holder.ACCESS.setOwnershipOf(tensor, ownership);
  }

  /** Makes a tensor with any content, outside scopes where {@code state} says so. */
  protected abstract Tensor newTensor(DType dtype, int[] shape, boolean state);

  /** The tensor's storage. */
  protected abstract Storage storageOf(Tensor tensor);

  /** The tensor's shape, not copied. */
  protected abstract int[] shapeOf(Tensor tensor);

  /** The lineage slot. */
  protected abstract @Nullable Object lineageOf(Tensor tensor);

  /** Sets the lineage slot. */
  protected abstract void setLineageOf(Tensor tensor, @Nullable Object lineage);

  /** The ownership slot. */
  protected abstract @Nullable StateOwnership ownershipOf(Tensor tensor);

  /** Sets the ownership slot, and takes an owned tensor out of its scope. */
  protected abstract void setOwnershipOf(Tensor tensor, @Nullable StateOwnership ownership);

  /** Initialises {@link Tensor} first, so that the access is there. */
  private static final class Holder {
    static final TensorAccess ACCESS = load();

    private static TensorAccess load() {
      try {
        MethodHandles.lookup().ensureInitialized(Tensor.class);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
      TensorAccess access = installed;
      if (access == null) {
        throw new IllegalStateException("the tensor class did not install its access");
      }
      return access;
    }
  }
}
