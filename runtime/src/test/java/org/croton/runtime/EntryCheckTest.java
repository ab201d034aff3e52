package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.croton.ClosedTensorException;
import org.croton.CrotonException;
import org.croton.DType;
import org.croton.DTypeException;
import org.croton.ShapeException;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;

class EntryCheckTest {
  private static void fails(Class<?> type, String message, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(type).hasMessage(message);
  }

  @Test
  void checksTensors() {
    Tensor x = Tensor.zeros(DType.F32, 4, 3);
    EntryCheck.tensor(x, "train: x", DType.F32, 2, "rows, features");
    fails(
        NullPointerException.class,
        "train: x is null",
        () -> EntryCheck.tensor(null, "train: x", DType.F32, 2, "rows, features"));
    fails(
        DTypeException.class,
        "train: x is F32 but is declared F64",
        () -> EntryCheck.tensor(x, "train: x", DType.F64, 2, "rows, features"));
    fails(
        ShapeException.class,
        "train: x has shape [4, 3] of rank 2 but \"rows\" has rank 1",
        () -> EntryCheck.tensor(x, "train: x", DType.F32, 1, "rows"));
    x.close();
    fails(
        ClosedTensorException.class,
        "train: x: tensor is closed",
        () -> EntryCheck.tensor(x, "train: x", DType.F32, 2, "rows, features"));
  }

  @Test
  void checksDimsInTheUsersNames() {
    EntryCheck.dim(400, 400, "train: y", 0, "rows", "x");
    fails(
        ShapeException.class,
        "train: y has 399 rows but \"rows\" is 400 (bound by x)",
        () -> EntryCheck.dim(399, 400, "train: y", 0, "rows", "x"));
    fails(
        ShapeException.class,
        "train: x has size 785 along axis 1 but is declared 784",
        () -> EntryCheck.dim(785, 784, "train: x", 1, "784", ""));
    fails(
        ShapeException.class,
        "conv: k has size 4 along axis 0 but \"2*h+1\" is 5 (bound by x)",
        () -> EntryCheck.dim(4, 5, "conv: k", 0, "2*h+1", "x"));
  }

  @Test
  void solvesCompoundDims() {
    assertThat(EntryCheck.solve(7, 2, 1, "conv: k", 0, "2*h+1", "h")).isEqualTo(3);
    assertThat(EntryCheck.solve(4, -1, 10, "f: x", 0, "10-n", "n")).isEqualTo(6);
    fails(
        ShapeException.class,
        "conv: k has size 4 along axis 0, but there is no whole h for which \"2*h+1\" is that",
        () -> EntryCheck.solve(4, 2, 1, "conv: k", 0, "2*h+1", "h"));
    fails(
        ShapeException.class,
        "f: x has size 2 along axis 0, for which \"n+3\" needs n = -1, but a dim cannot be negative",
        () -> EntryCheck.solve(2, 1, 3, "f: x", 0, "n+3", "n"));
  }

  @Test
  void checksSizesAndFacts() {
    assertThat(EntryCheck.size(5, "f: n")).isEqualTo(5);
    fails(
        ShapeException.class,
        "f: n is -3, but a dim cannot be negative",
        () -> EntryCheck.size(-3, "f: n"));
    fails(
        ShapeException.class,
        "f: n is 4294967296, which is too large for a dim",
        () -> EntryCheck.size(1L << 32, "f: n"));
    EntryCheck.fact(true, "attend", "model = heads*size", 512, 512);
    fails(
        ShapeException.class,
        "attend: \"model = heads*size\" does not hold: left is 512, right is 500",
        () -> EntryCheck.fact(false, "attend", "model = heads*size", 512, 500));
  }

  @Test
  void checksJavaArrays() {
    EntryCheck.present(new double[0], "f: a");
    fails(NullPointerException.class, "f: a is null", () -> EntryCheck.present(null, "f: a"));
    assertThat(EntryCheck.columns(new float[][] {{1, 2}, {3, 4}}, "f: a")).isEqualTo(2);
    assertThat(EntryCheck.columns(new float[0][], "f: a")).isZero();
    fails(NullPointerException.class, "f: a is null", () -> EntryCheck.columns(null, "f: a"));
    fails(
        NullPointerException.class,
        "f: a has no row 1: it is null",
        () -> EntryCheck.columns(new int[][] {{1}, null}, "f: a"));
    fails(
        ShapeException.class,
        "f: a is ragged: row 1 has 1 elements where row 0 has 2",
        () -> EntryCheck.columns(new double[][] {{1, 2}, {3}}, "f: a"));
    assertThat(EntryCheck.depth(new float[][][] {{{1, 2, 3}}, {{4, 5, 6}}}, "f: a")).isEqualTo(3);
    assertThat(EntryCheck.depth(new float[2][0][], "f: a")).isZero();
    fails(
        ShapeException.class,
        "f: a is ragged: row 1 has 1 elements where row 0 has 2",
        () -> EntryCheck.depth(new double[][][] {{{1, 2}}, {{3}}}, "f: a"));
  }

  @Test
  void givenOutputsMustBeTheirOwn() {
    Tensor out = Tensor.zeros(DType.F32, 2);
    EntryCheck.distinct(out, Tensor.zeros(DType.F32, 2), "f: out", "x");
    fails(
        CrotonException.class,
        "f: out shares memory with x, which the call reads or writes",
        () -> EntryCheck.distinct(out, out, "f: out", "x"));
  }

  @Test
  void successAllocatesNothing() {
    Tensor x = Tensor.zeros(DType.F32, 4, 3);
    Tensor out = Tensor.zeros(DType.F32, 4);
    double[][] rows = new double[5][7];
    long bytes =
        Allocation.perTurn(
            () -> {
              EntryCheck.tensor(x, "f: x", DType.F32, 2, "n, m");
              EntryCheck.dim(x.dim(0), 4, "f: x", 0, "n", "y");
              EntryCheck.solve(7, 2, 1, "f: x", 0, "2*h+1", "h");
              EntryCheck.size(5, "f: n");
              EntryCheck.fact(true, "f", "n = 4", 4, 4);
              EntryCheck.columns(rows, "f: rows");
              EntryCheck.distinct(out, x, "f: out", "x");
            });
    assertThat(bytes).isZero();
  }

  @Test
  void solvesDeclaredEquations() {
    assertThat(EntryCheck.solveFact(-4, 12, "f", "model = heads*size", "size")).isEqualTo(3);
    assertThatThrownBy(() -> EntryCheck.solveFact(-5, 12, "f", "model = heads*size", "size"))
        .isInstanceOf(ShapeException.class)
        .hasMessage("f: there is no one size size for which \"model = heads*size\" holds");
    assertThatThrownBy(() -> EntryCheck.solveFact(0, 0, "f", "a = 0*b", "b"))
        .isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> EntryCheck.solveFact(1, 2, "f", "a + 2 = 0", "a"))
        .isInstanceOf(ShapeException.class);
  }

  @Test
  void aFactorOfZeroTellsNothing() {
    assertThatThrownBy(() -> EntryCheck.solve(0, 0, 0, "f: x", 0, "k*n", "n"))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("no whole n");
  }
}
