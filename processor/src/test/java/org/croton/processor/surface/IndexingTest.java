package org.croton.processor.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.croton.DType;
import org.croton.Ops;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TypeMismatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indices; the expected elements are NumPy's. */
final class IndexingTest {
  private static final IndexSpec ALL = new IndexSpec.All();

  private final SurfaceCalls calls = new SurfaceCalls();
  private Node x;
  private Node i;
  private Node j;

  @BeforeEach
  void arrays() {
    x = calls.counting(DType.F64, 2, 3, 4);
    i = calls.wholes(1, 0);
    j = calls.wholes(2, -1);
  }

  private void assertGet(String shape, double[] elements, Object... index) {
    Node part = calls.node("get", x, Arrays.asList(index));
    assertThat(part.tensor().shape()).hasToString(shape);
    assertThat(calls.values(part)).containsExactly(elements);
    assertWrites(part, elements, index);
  }

  /** Writing to the index changes what reading from it gives, and nothing else. */
  private void assertWrites(Node part, double[] elements, Object... index) {
    double[] before = calls.values(x);
    double[] set = calls.values("set", x, -1.0, Arrays.asList(index));
    double[] raised = calls.values("inc", x, 100.0, Arrays.asList(index));
    Node same = calls.node("set", x, part, Arrays.asList(index));
    assertThat(calls.values(same)).containsExactly(before);
    for (int at = 0; at < before.length; at++) {
      double old = before[at];
      long times = DoubleStream.of(elements).filter(element -> element == old).count();
      assertThat(set[at]).isEqualTo(times > 0 ? -1 : old);
      assertThat(raised[at]).isEqualTo(old + 100 * times);
    }
  }

  private static double[] d(double... elements) {
    return elements;
  }

  @Test
  void positionsAndRanges() {
    assertGet("[3, 4]", d(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23), 1);
    assertGet("[4]", d(12, 13, 14, 15), -1, 0);
    assertGet("[2, 2, 2]", d(4, 6, 8, 10, 16, 18, 20, 22), ":, 1:, ::2");
    assertGet("[2, 3]", d(0, 4, 8, 12, 16, 20), "..., 0");
    assertGet("[2, 1, 4]", d(4, 5, 6, 7, 16, 17, 18, 19), ":, newaxis, 1");
    assertGet("[3, 4]", d(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8), "0, :, ::-1");
    assertGet("[2, 0, 4]", d(), ":, 0:0");
    assertGet("[]", d(23), "-1, -1, -1");
    assertGet(
        "[2, 2]", d(5, 6, 17, 18), ALL, new IndexSpec.At(Dim.of(1)), new IndexSpec.Range(1, -1, 1));
    assertGet("[2, 2]", d(5, 6, 17, 18), Ops.all(), Ops.at(1), Ops.range(1, -1));
    assertGet("[2, 3, 1]", d(3, 7, 11, 15, 19, 23), Ops.ellipsis(), Ops.from(-1));
  }

  @Test
  void rangesAreCut() {
    assertGet("[2, 3, 2]", d(2, 3, 6, 7, 10, 11, 14, 15, 18, 19, 22, 23), ":, :, 2:9");
    assertGet("[2, 2]", d(0, 2, 12, 14), ":, 0, -9:9:2");
    assertGet("[2, 2]", d(3, 1, 15, 13), ":, 0, 9::-2");
    assertGet("[0]", d(), "0, 0, 4:7");
    assertGet("[0]", d(), "0, 0, 3:1");
    assertGet("[4]", d(3, 2, 1, 0), "0, 0, :-9:-1");
  }

  @Test
  void tensorsOfPositions() {
    double[] swapped = calls.values("get", x, List.of(i));
    assertThat(swapped).startsWith(12, 13, 14, 15).endsWith(8, 9, 10, 11);
    assertGet("[2, 4]", d(20, 21, 22, 23, 8, 9, 10, 11), i, j);
    assertGet("[2, 3]", d(14, 18, 22, 3, 7, 11), i, ALL, j);
    assertGet("[2, 3]", d(2, 6, 10, 3, 7, 11), 0, ALL, j);
    assertGet("[2, 2]", d(2, 3, 14, 15), ALL, 0, j);
    assertGet("[2, 1, 3]", d(14, 18, 22, 3, 7, 11), i, new IndexSpec.NewAxis(), ALL, j);
    Node square = calls.node("reshape", calls.wholes(0, 1, 2, 0), List.of(2, 2));
    Node part = calls.node("get", x, ALL, square);
    assertThat(part.tensor().shape()).hasToString("[2, 2, 2, 4]");
    assertThat(calls.values(part)).startsWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3);
  }

  @Test
  void repeatedPositions() {
    // j names the last of three rows twice.
    Node part = calls.node("get", x, ALL, j, new IndexSpec.Range(1, 3, 1));
    assertThat(calls.values(part)).containsExactly(9, 10, 9, 10, 21, 22, 21, 22);
    double[] raised = calls.values("inc", x, 100, ALL, j, new IndexSpec.Range(1, 3, 1));
    assertThat(raised[9]).isEqualTo(209);
    assertThat(raised[8]).isEqualTo(8);
    double[] set = calls.values("set", calls.reals(0, 0), calls.reals(5, 6), calls.wholes(1, 1));
    assertThat(set).containsExactly(0, 6);
  }

  @Test
  void positionsOfRunTime() {
    Node one = calls.node("sum", calls.wholes(1, 0));
    assertThat(calls.values("get", x, new Weak(one), 0)).containsExactly(12, 13, 14, 15);
    assertThat(calls.values("get", x, ALL, ALL, new Weak(one)))
        .containsExactly(1, 5, 9, 13, 17, 21);
    assertThat(calls.values("get", x, new Weak(one), ALL, new Weak(one)))
        .containsExactly(13, 17, 21);
    double[] set = calls.values("set", x, 7, new Weak(one), 2, 3);
    assertThat(set[23]).isEqualTo(7);
    assertThat(calls.node("get", calls.parameter(DType.F32, "n"), new Weak(one)).tensor())
        .hasToString("f32");
  }

  @Test
  void slicesAndRows() {
    assertThat(calls.values("slice", x, 2, 0, 1)).containsExactly(0, 4, 8, 12, 16, 20);
    assertThat(calls.values("slice", calls.reals(0, 1, 2, 3), 0, 3, 0, -2)).containsExactly(3, 1);
    assertThat(calls.values("gather", calls.reals(5, 6, 7), j)).containsExactly(7, 7);
  }

  @Test
  void namedSizes() {
    Node y = calls.parameter(DType.F32, "rows", "n");
    assertThat(calls.node("get", y, ":, 1:-1").tensor()).hasToString("f32[rows, n - 2]");
    assertThat(calls.node("get", y, "-1").tensor()).hasToString("f32[n]");
    assertThat(calls.node("get", y, "0:5").tensor()).hasToString("f32[5, n]");
    assertThat(calls.node("slice", y, "n", 0, Dim.name("n").minus(Dim.ONE)).tensor())
        .hasToString("f32[rows, n - 1]");
    Node labels = calls.parameter(DType.I64, "rows");
    Node rows = calls.node("arange", Dim.name("rows"));
    assertThat(calls.node("get", y, rows, labels).tensor()).hasToString("f32[rows]");
    assertThat(calls.node("get", y, calls.parameter(DType.I32, "k")).tensor())
        .hasToString("f32[k, n]");
  }

  @Test
  void gradientsOfIndexing() {
    Node cost = calls.node("sum", calls.node("square", calls.node("get", x, i, ALL, j)));
    double[] gradient = calls.values("grad", cost, x);
    assertThat(gradient[14]).isEqualTo(28);
    assertThat(gradient[11]).isEqualTo(22);
    assertThat(DoubleStream.of(gradient).filter(g -> g != 0).count()).isEqualTo(6);
  }

  @Test
  void mistakes() {
    assertMistake("index-out-of-range", "axis 1", 0, 3);
    assertMistake("index-out-of-range", "index -1", -3);
    assertMistake("rank-mismatch", "4 indices", 0, 0, 0, 0);
    assertMistake("malformed-index", "\"x\"", "x, 0");
    assertMistake("malformed-index", "ellipsis", "..., ...");
    assertMistake("malformed-index", "step", new IndexSpec.Range(0, 1, 0));
    assertMistake("not-an-integer-index", "f64[1]", calls.reals(1));
    assertMistake("not-an-integer-index", "where", calls.node("gt", calls.reals(1), 0));
    assertMistake("not-an-integer-index", "1.5", 1.5);
    assertThatThrownBy(() -> calls.call("set", calls.wholes(1, 2), 0.5, 0))
        .isInstanceOf(TypeMismatch.class)
        .hasMessageContaining("cast");
    assertThatThrownBy(() -> calls.call("set", x, calls.reals(1, 2, 3), 0, 0))
        .isInstanceOf(TypeMismatch.class)
        .hasMessageContaining("dim 3 is not dim 4");
  }

  private void assertMistake(String id, String text, Object... index) {
    assertThatThrownBy(() -> calls.call("get", x, Arrays.asList(index)))
        .isInstanceOfSatisfying(TypeMismatch.class, m -> assertThat(m.id()).isEqualTo(id))
        .hasMessageContaining(text);
  }
}
