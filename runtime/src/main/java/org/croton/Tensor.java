package org.croton;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.croton.runtime.Elements;
import org.croton.runtime.JavaArrays;
import org.croton.runtime.StateOwnership;
import org.croton.runtime.Storage;
import org.croton.runtime.TensorAccess;
import org.jspecify.annotations.Nullable;

/**
 * A dense array of numbers or truth values outside the Java heap, of one element type and any rank,
 * in row-major order.
 *
 * <p>Operations never change a tensor; {@link #copyFrom} and buffers do. Two tensors are equal only
 * if they are the same object. The memory is freed when the tensor becomes unreachable, earlier by
 * {@link #close} or a {@link Scope}; any use after that throws {@link ClosedTensorException}. A
 * tensor may be read by several threads; who writes or closes it makes sure that nobody else uses
 * it meanwhile.
 *
 * <p>Reading elements into Java converts only where every value of the element type fits, and
 * throws {@link DTypeException} otherwise.
 */
public final class Tensor
    implements AutoCloseable,
        TensorArithmetic,
        TensorComparison,
        TensorReductions,
        TensorShaping,
        TensorIndexing,
        TensorContents {
  static {
    TensorAccess.install(new Access());
  }

  private final DType dtype;
  private final int[] shape;
  private final long size;
  private final Storage storage;
  private @Nullable Scope scope;
  private @Nullable Object lineage;
  private @Nullable StateOwnership ownership;

  /** Takes its shape array and storage over. */
  private Tensor(DType dtype, int[] shape, long size, Storage storage, boolean state) {
    this.dtype = dtype;
    this.shape = shape;
    this.size = size;
    this.storage = storage;
    this.scope = state ? null : Scope.enter(this);
  }

  private static Tensor create(DType dtype, int[] shape, boolean zeroed, boolean state) {
    int[] own = shape.clone();
    long size = Shapes.size(dtype, own);
    long bytes = size * dtype.bytes();
    Storage storage = zeroed ? Storage.allocateZeroed(bytes) : Storage.allocate(bytes);
    return new Tensor(dtype, own, size, storage, state);
  }

  /**
   * All zero, or false; throws {@link ShapeException} if a dim is negative or the size too large.
   */
  public static Tensor zeros(DType dtype, int... shape) {
    return create(dtype, shape, true, false);
  }

  /** All one, or true; throws {@link ShapeException} if a dim is negative or the size too large. */
  public static Tensor ones(DType dtype, int... shape) {
    return full(dtype, 1, shape);
  }

  /** One value everywhere; throws {@link DTypeException} if an integer type cannot hold it. */
  public static Tensor full(DType dtype, double value, int... shape) {
    return Creation.full(dtype, value, shape);
  }

  /** One value everywhere; throws {@link DTypeException} if an integer type cannot hold it. */
  public static Tensor full(DType dtype, long value, int... shape) {
    return Creation.full(dtype, value, shape);
  }

  /**
   * A value per flat row-major position; throws {@link DTypeException} if an integer type cannot
   * hold one.
   */
  public static Tensor fill(DType dtype, LongToDoubleFunction value, int... shape) {
    return Creation.fill(dtype, value, shape);
  }

  /** Random numbers, the same for the same seed; {@code dtype} is floating-point. */
  public static Tensor random(DType dtype, Distribution distribution, long seed, int... shape) {
    return Creation.random(dtype, distribution, seed, shape);
  }

  /** The {@link DType#I32} integers from 0 to {@code to}, exclusively. */
  public static Tensor arange(int to) {
    return Creation.arange(DType.I32, 0, to, 1);
  }

  /** The {@link DType#I32} integers from {@code from} to {@code to}, exclusively. */
  public static Tensor arange(int from, int to) {
    return Creation.arange(DType.I32, from, to, 1);
  }

  /**
   * Every {@code step}-th {@link DType#I32} integer from {@code from} to {@code to}, exclusively.
   */
  public static Tensor arange(int from, int to, int step) {
    return Creation.arange(DType.I32, from, to, step);
  }

  /** The values {@code from + i*step} before {@code to}; throws if {@code step} is 0 or NaN. */
  public static Tensor arange(DType dtype, double from, double to, double step) {
    return Creation.arange(dtype, from, to, step);
  }

  /** The identity matrix with {@code n} rows. */
  public static Tensor eye(DType dtype, int n) {
    return Creation.eye(dtype, n);
  }

  /** A {@link DType#F64} tensor of rank 0. */
  public static Tensor scalar(double value) {
    return Creation.full(DType.F64, value);
  }

  /** A {@link DType#F32} tensor of rank 0. */
  public static Tensor scalar(float value) {
    return Creation.full(DType.F32, value);
  }

  /** A {@link DType#I32} tensor of rank 0. */
  public static Tensor scalar(int value) {
    return Creation.full(DType.I32, value);
  }

  /** A {@link DType#I64} tensor of rank 0. */
  public static Tensor scalar(long value) {
    return Creation.scalar(value);
  }

  /** A {@link DType#BOOL} tensor of rank 0. */
  public static Tensor scalar(boolean value) {
    return Creation.full(DType.BOOL, value ? 1 : 0);
  }

  /** A vector of {@link DType#F64}. */
  public static Tensor of(double... values) {
    return JavaArrays.tensor(values);
  }

  /** A vector of {@link DType#F32}. */
  public static Tensor of(float... values) {
    return JavaArrays.tensor(values);
  }

  /** A vector of {@link DType#I32}. */
  public static Tensor of(int... values) {
    return JavaArrays.tensor(values);
  }

  /** A vector of {@link DType#I64}. */
  public static Tensor of(long... values) {
    return JavaArrays.tensor(values);
  }

  /** A vector of {@link DType#BOOL}. */
  public static Tensor of(boolean... values) {
    return JavaArrays.tensor(values);
  }

  /** A vector of {@link DType#U8}; bytes are unsigned. */
  public static Tensor of(byte... values) {
    return JavaArrays.tensor(values);
  }

  /** A matrix of {@link DType#F64}; throws {@link ShapeException} if ragged. */
  public static Tensor of(double[][] values) {
    return JavaArrays.tensor(values);
  }

  /** A matrix of {@link DType#F32}; throws {@link ShapeException} if ragged. */
  public static Tensor of(float[][] values) {
    return JavaArrays.tensor(values);
  }

  /** A matrix of {@link DType#I32}; throws {@link ShapeException} if ragged. */
  public static Tensor of(int[][] values) {
    return JavaArrays.tensor(values);
  }

  /** A matrix of {@link DType#I64}; throws {@link ShapeException} if ragged. */
  public static Tensor of(long[][] values) {
    return JavaArrays.tensor(values);
  }

  /** A matrix of {@link DType#BOOL}; throws {@link ShapeException} if ragged. */
  public static Tensor of(boolean[][] values) {
    return JavaArrays.tensor(values);
  }

  /** A matrix of {@link DType#U8}; throws {@link ShapeException} if ragged. */
  public static Tensor of(byte[][] values) {
    return JavaArrays.tensor(values);
  }

  /** A tensor of rank 3 of {@link DType#F64}; throws {@link ShapeException} if ragged. */
  public static Tensor of(double[][][] values) {
    return JavaArrays.tensor(values);
  }

  /** A tensor of rank 3 of {@link DType#F32}; throws {@link ShapeException} if ragged. */
  public static Tensor of(float[][][] values) {
    return JavaArrays.tensor(values);
  }

  /** A tensor of rank 3 of {@link DType#I32}; throws {@link ShapeException} if ragged. */
  public static Tensor of(int[][][] values) {
    return JavaArrays.tensor(values);
  }

  /**
   * A tensor over a buffer's bytes from position to limit, without copying; writes on either side
   * show on the other, and the buffer stays reachable. Such a tensor has the buffer's alignment and
   * no padding.
   *
   * @throws ShapeException if the bytes are not as many as the shape needs
   * @throws CrotonException if the buffer is not direct, is read-only, is not in native byte order,
   *     or its first byte is not aligned to the element size
   */
  public static Tensor wrap(ByteBuffer direct, DType dtype, int... shape) {
    int[] own = shape.clone();
    long size = Shapes.size(dtype, own);
    Creation.checkWrap(direct, dtype, own, size * dtype.bytes());
    return new Tensor(dtype, own, size, Storage.wrap(direct), false);
  }

  /** The element type. */
  public DType dtype() {
    return dtype;
  }

  /** The number of dims; 0 for a scalar. */
  public int rank() {
    return shape.length;
  }

  /** A copy of the dims. */
  public int[] shape() {
    return shape.clone();
  }

  /** The number of elements. */
  public long size() {
    return size;
  }

  /**
   * The size of an axis, which may count from the end; throws {@link IndexOutOfBoundsException}.
   */
  public int dim(int axis) {
    return shape[Shapes.axis(axis, shape.length)];
  }

  /**
   * A writable view of the bytes in native order, which keeps the memory valid while it is
   * reachable.
   *
   * @throws CrotonException if there are more bytes than a buffer can have
   */
  public ByteBuffer asByteBuffer() {
    return storage.export();
  }

  /** A tensor of its own with the same elements. */
  public Tensor copy() {
    storage.checkOpen();
    Tensor copy = create(dtype, shape, false, false);
    Creation.copy(storage, copy.storage);
    copy.lineage = lineage;
    return copy;
  }

  /**
   * Overwrites all elements by those of a tensor of the same shape and element type; returns this.
   *
   * @throws ShapeException if the shapes differ
   * @throws DTypeException if the element types differ
   */
  public Tensor copyFrom(Tensor source) {
    Creation.checkSame(this, source, "the source");
    Creation.copy(source.storage, storage);
    lineage = null;
    return this;
  }

  /** Whether the memory was given back. */
  public boolean isClosed() {
    return storage.isClosed();
  }

  /** Frees the memory now; closing twice is fine. */
  @Override
  public void close() {
    storage.close();
  }

  /** The elements as NumPy prints them, summarised where there are more than 1000. */
  @Override
  public String toString() {
    if (storage.isClosed()) {
      return "closed tensor " + dtype + Arrays.toString(shape);
    }
    return new TensorText(new Elements(storage, dtype, size), shape).toString();
  }

  @Nullable Scope scope() {
    return scope;
  }

  void leaveScope() {
    scope = null;
  }

  /** Opens the inside of tensors to the runtime package. */
  private static final class Access extends TensorAccess {
    @Override
    protected Tensor newTensor(DType dtype, int[] shape, boolean state) {
      return create(dtype, shape, false, state);
    }

    @Override
    protected Storage storageOf(Tensor tensor) {
      return tensor.storage;
    }

    @Override
    protected int[] shapeOf(Tensor tensor) {
      return tensor.shape;
    }

    @Override
    protected @Nullable Object lineageOf(Tensor tensor) {
      return tensor.lineage;
    }

    @Override
    protected void setLineageOf(Tensor tensor, @Nullable Object lineage) {
      tensor.lineage = lineage;
    }

    @Override
    protected @Nullable StateOwnership ownershipOf(Tensor tensor) {
      return tensor.ownership;
    }

    @Override
    protected void setOwnershipOf(Tensor tensor, @Nullable StateOwnership ownership) {
      tensor.ownership = ownership;
      tensor.scope = null;
    }
  }
}
