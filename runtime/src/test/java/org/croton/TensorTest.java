package org.croton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.croton.runtime.TensorAccess;
import org.junit.jupiter.api.Test;

class TensorTest {
  @Test
  void knowsTypeShapeAndSize() {
    Tensor x = Tensor.zeros(DType.F32, 2, 3);
    assertThat(x.dtype()).isEqualTo(DType.F32);
    assertThat(x.shape()).containsExactly(2, 3);
    assertThat(x.rank()).isEqualTo(2);
    assertThat(x.size()).isEqualTo(6);
    assertThat(x.dim(1)).isEqualTo(3);
    assertThat(x.dim(-2)).isEqualTo(2);
    assertThatThrownBy(() -> x.dim(2))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("axis 2 of a tensor of rank 2");
    assertThatThrownBy(() -> x.dim("rows"))
        .isInstanceOf(CrotonException.class)
        .hasMessageStartingWith("dim(\"rows\"): dim names exist in compiled code only");
  }

  @Test
  void aTensorDoesNotShareTheCallersShapeArray() {
    int[] shape = {2, 3};
    Tensor x = Tensor.zeros(DType.F32, shape);
    shape[0] = 9;
    x.shape()[1] = 9;
    assertThat(x.shape()).containsExactly(2, 3);
  }

  @Test
  void fillsNewTensors() {
    assertThat(Tensor.ones(DType.U8, 3).toBytes()).containsExactly(1, 1, 1);
    assertThat(Tensor.full(DType.F64, 0.5, 2).toDoubles()).containsExactly(0.5, 0.5);
    assertThat(Tensor.fill(DType.I32, i -> i * i, 2, 2).toInts()).containsExactly(0, 1, 4, 9);
    assertThat(Tensor.arange(4).toInts()).containsExactly(0, 1, 2, 3);
    assertThat(Tensor.arange(5, 1, -2).toInts()).containsExactly(5, 3);
    assertThat(Tensor.arange(3, 3).size()).isZero();
    assertThat(Tensor.arange(DType.F64, 0, 1, 0.25).toDoubles()).containsExactly(0, .25, .5, .75);
    assertThat(Tensor.eye(DType.F32, 2).toFloats()).containsExactly(1, 0, 0, 1);
    assertThat(Tensor.scalar(Long.MAX_VALUE).toLong()).isEqualTo(Long.MAX_VALUE);
    assertThat(Tensor.scalar(true).isTrue()).isTrue();
    assertThat(Tensor.scalar(2.5f).dtype()).isEqualTo(DType.F32);
    assertThatThrownBy(() -> Tensor.arange(0, 5, 0)).isInstanceOf(ShapeException.class);
  }

  @Test
  void refusesValuesThatAnIntegerTypeCannotHold() {
    assertThatThrownBy(() -> Tensor.full(DType.U8, 300, 1))
        .isInstanceOf(DTypeException.class)
        .hasMessage("U8 cannot hold the value 300.0");
    assertThatThrownBy(() -> Tensor.full(DType.I32, 0.5, 1)).isInstanceOf(DTypeException.class);
    assertThatThrownBy(() -> Tensor.full(DType.I64, 0x1p63, 1)).isInstanceOf(DTypeException.class);
    assertThatThrownBy(() -> Tensor.full(DType.BOOL, 2, 1)).isInstanceOf(DTypeException.class);
    assertThatThrownBy(() -> Tensor.full(DType.I32, Double.NaN)).isInstanceOf(DTypeException.class);
  }

  @Test
  void comesFromJavaArraysAndGoesBack() {
    assertThat(Tensor.of(1.5f, 2).toFloats()).containsExactly(1.5f, 2);
    assertThat(Tensor.of(1, 2).dtype()).isEqualTo(DType.I32);
    assertThat(Tensor.of(1L, 2L).toLongs()).containsExactly(1, 2);
    assertThat(Tensor.of(true, false).toBooleans()).containsExactly(true, false);
    assertThat(Tensor.of(new byte[] {1, -1}).toInts()).containsExactly(1, 255);
    double[][] rows = {{1, 2, 3}, {4, 5, 6}};
    assertThat(Tensor.of(rows).toDoubles2()).isDeepEqualTo(rows);
    assertThat(Tensor.of(new float[][] {{1}, {2}}).toFloats2()[1]).containsExactly(2);
    int[][][] planes = {{{1, 2}, {3, 4}, {5, 6}}};
    assertThat(Tensor.of(planes).shape()).containsExactly(1, 3, 2);
    assertThat(Tensor.of(planes).toInts()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(Tensor.of(new boolean[][] {{true, false}}).toBooleans())
        .containsExactly(true, false);
    assertThat(Tensor.of(new double[0][]).shape()).containsExactly(0, 0);
  }

  @Test
  void refusesRaggedArrays() {
    assertThatThrownBy(() -> Tensor.of(new double[][] {{1, 2}, {3}}))
        .isInstanceOf(ShapeException.class)
        .hasMessage("the array is ragged: row [1] has 1 elements where the first has 2");
    assertThatThrownBy(() -> Tensor.of(new float[][][] {{{1}}, {{1}, {2}}}))
        .isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> Tensor.of(new int[][] {{1}, null}))
        .isInstanceOf(ShapeException.class)
        .hasMessage("row [1] of the array is null");
    assertThatThrownBy(() -> Tensor.of(new int[][] {null, {1}})).isInstanceOf(ShapeException.class);
  }

  @Test
  void convertsOnlyWithoutLoss() {
    assertThat(Tensor.of(1, 2).toDoubles()).containsExactly(1, 2);
    assertThat(Tensor.of(true).toFloats()).containsExactly(1);
    assertThatThrownBy(() -> Tensor.of(1.0).toFloats())
        .isInstanceOf(DTypeException.class)
        .hasMessage("the tensor is F64, which F32 cannot hold exactly; cast says it");
    assertThatThrownBy(() -> Tensor.of(1L).toInts()).isInstanceOf(DTypeException.class);
    assertThatThrownBy(() -> Tensor.of(1.0f).copyFrom(new double[] {1}))
        .isInstanceOf(DTypeException.class);
  }

  @Test
  void readsSingleElements() {
    assertThat(Tensor.of(2.5f).item()).isEqualTo(2.5);
    assertThat(Tensor.of(7).toInt()).isEqualTo(7);
    assertThatThrownBy(() -> Tensor.of(1, 2).item())
        .isInstanceOf(ShapeException.class)
        .hasMessage("item() needs a tensor of one element, not of shape [2]");
    assertThatThrownBy(() -> Tensor.scalar(1L << 40).toInt())
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Tensor.scalar(Long.MAX_VALUE).item())
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Tensor.of(1.0).toInt()).isInstanceOf(DTypeException.class);
    assertThatThrownBy(() -> Tensor.of(1).isTrue()).isInstanceOf(DTypeException.class);
    assertThatThrownBy(() -> Tensor.of(1.0, 2).toDoubles2()).isInstanceOf(ShapeException.class);
  }

  @Test
  void copiesInAndOut() {
    Tensor x = Tensor.of(1.0, 2);
    Tensor y = x.copy();
    assertThat(x.copyFrom(new double[] {3, 4})).isSameAs(x);
    assertThat(y.toDoubles()).containsExactly(1, 2);
    assertThat(y.copyFrom(x).toDoubles()).containsExactly(3, 4);
    assertThat(Tensor.zeros(DType.F32, 1, 2).copyFrom(new float[][] {{1, 2}}).toFloats())
        .containsExactly(1, 2);
    assertThatThrownBy(() -> x.copyFrom(new double[3])).isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> x.copyFrom(new double[][] {{1, 2}}))
        .isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> x.copyFrom(Tensor.of(1.0))).isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> x.copyFrom(Tensor.of(1, 2))).isInstanceOf(DTypeException.class);
  }

  @Test
  void worksWithoutElements() {
    Tensor empty = Tensor.zeros(DType.F64, 3, 0, 2);
    assertThat(empty.size()).isZero();
    assertThat(empty.toDoubles()).isEmpty();
    assertThat(empty).hasToString("[]");
    assertThat(empty.copy().shape()).containsExactly(3, 0, 2);
    assertThat(empty.asByteBuffer().remaining()).isZero();
    assertThat(Tensor.zeros(DType.U8, Integer.MAX_VALUE, Integer.MAX_VALUE, 0).size()).isZero();
  }

  @Test
  void refusesShapesThatCannotBe() {
    assertThatThrownBy(() -> Tensor.zeros(DType.F32, 2, -1))
        .isInstanceOf(ShapeException.class)
        .hasMessage("a dim cannot be negative: [2, -1]");
    int big = Integer.MAX_VALUE;
    assertThatThrownBy(() -> Tensor.zeros(DType.F64, big, big, big))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("does not fit into memory");
    assertThatThrownBy(() -> Tensor.zeros(DType.U8, big, big))
        .isInstanceOf(CrotonException.class)
        .hasMessageStartingWith("out of native memory: asked");
  }

  @Test
  void wrapsBuffersWithoutCopying() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder());
    buffer.position(8).limit(24);
    Tensor x = Tensor.wrap(buffer, DType.F64, 2);
    buffer.putDouble(8, 1.5).putDouble(16, 2.5);
    assertThat(x.toDoubles()).containsExactly(1.5, 2.5);
    x.copyFrom(new double[] {3, 4});
    assertThat(buffer.getDouble(16)).isEqualTo(4);
    assertThatThrownBy(() -> Tensor.wrap(buffer, DType.F64, 3))
        .isInstanceOf(ShapeException.class)
        .hasMessage("shape [3] of F64 needs 24 bytes, but the buffer has 16");
    buffer.position(9).limit(17);
    assertThatThrownBy(() -> Tensor.wrap(buffer, DType.F64, 1))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("not aligned to the 8 bytes of F64");
    ByteBuffer swapped = ByteBuffer.allocateDirect(8).order(other());
    assertThatThrownBy(() -> Tensor.wrap(swapped, DType.F64, 1)).hasMessageContaining("order");
    assertThatThrownBy(() -> Tensor.wrap(ByteBuffer.allocate(8), DType.F64, 1))
        .hasMessageContaining("direct");
    assertThatThrownBy(() -> Tensor.wrap(buffer.asReadOnlyBuffer(), DType.U8, 8))
        .hasMessageContaining("writable");
  }

  private static ByteOrder other() {
    return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
        ? ByteOrder.BIG_ENDIAN
        : ByteOrder.LITTLE_ENDIAN;
  }

  @Test
  void aByteBufferIsALiveView() {
    Tensor x = Tensor.of(1, 2);
    ByteBuffer view = x.asByteBuffer();
    view.putInt(4, 9);
    assertThat(x.toInts()).containsExactly(1, 9);
    x.close();
    assertThat(view.getInt(4)).isEqualTo(9);
  }

  @Test
  void everyUseAfterCloseThrows() {
    Tensor x = Tensor.of(1.0, 2);
    x.close();
    x.close();
    assertThat(x.isClosed()).isTrue();
    assertThatThrownBy(x::toDoubles)
        .isInstanceOf(ClosedTensorException.class)
        .hasMessage("tensor is closed");
    assertThatThrownBy(x::copy).isInstanceOf(ClosedTensorException.class);
    assertThatThrownBy(x::asByteBuffer).isInstanceOf(ClosedTensorException.class);
    assertThatThrownBy(() -> TensorAccess.address(x)).isInstanceOf(ClosedTensorException.class);
    assertThatThrownBy(() -> x.copyFrom(new double[2])).isInstanceOf(ClosedTensorException.class);
    assertThatThrownBy(() -> Tensor.of(1.0, 2).copyFrom(x))
        .isInstanceOf(ClosedTensorException.class);
  }

  @Test
  void equalityIsIdentity() {
    Tensor x = Tensor.of(1.0);
    assertThat(x).isNotEqualTo(x.copy());
    assertThat(java.util.List.of(Tensor.of(1.0), x).indexOf(x)).isEqualTo(1);
  }
}
