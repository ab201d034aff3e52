package org.croton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.croton.DType.BOOL;
import static org.croton.DType.F32;
import static org.croton.DType.F64;
import static org.croton.DType.I32;
import static org.croton.DType.I64;
import static org.croton.DType.U8;

import org.junit.jupiter.api.Test;

class DTypeTest {
  /** Row and column in the order of the enum, as numpy.promote_types of NumPy 2 gives it. */
  private static final DType[][] NUMPY = {
    {BOOL, U8, I32, I64, F32, F64},
    {U8, U8, I32, I64, F32, F64},
    {I32, I32, I32, I64, F64, F64},
    {I64, I64, I64, I64, F64, F64},
    {F32, F32, F64, F64, F32, F64},
    {F64, F64, F64, F64, F64, F64},
  };

  @Test
  void promotesAsNumPyDoes() {
    DType[] all = DType.values();
    for (int a = 0; a < all.length; a++) {
      for (int b = 0; b < all.length; b++) {
        assertThat(DType.promote(all[a], all[b])).as(all[a] + " " + all[b]).isEqualTo(NUMPY[a][b]);
      }
    }
  }

  @Test
  void isLosslessWhereEveryValueFits() {
    assertThat(DType.lossless(BOOL, U8)).isTrue();
    assertThat(DType.lossless(U8, F32)).isTrue();
    assertThat(DType.lossless(U8, BOOL)).isFalse();
    assertThat(DType.lossless(I32, F64)).isTrue();
    assertThat(DType.lossless(I32, F32)).isFalse();
    assertThat(DType.lossless(I64, F64)).isFalse();
    assertThat(DType.lossless(F32, F64)).isTrue();
    assertThat(DType.lossless(F64, F32)).isFalse();
    for (DType dtype : DType.values()) {
      assertThat(DType.lossless(dtype, dtype)).isTrue();
    }
  }

  @Test
  void knowsWidthsAndKinds() {
    assertThat(DType.values()).extracting(DType::bytes).containsExactly(1, 1, 4, 8, 4, 8);
    assertThat(DType.values())
        .extracting(DType::descr)
        .containsExactly("|b1", "|u1", "<i4", "<i8", "<f4", "<f8");
    assertThat(BOOL.isInteger()).isFalse();
    assertThat(U8.isInteger()).isTrue();
    assertThat(F32.isFloating()).isTrue();
    assertThat(I64.isFloating()).isFalse();
  }
}
