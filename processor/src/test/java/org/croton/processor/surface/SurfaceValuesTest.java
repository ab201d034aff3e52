package org.croton.processor.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.junit.jupiter.api.Test;

/** What public functions compute. Products and indices were compared with NumPy. */
final class SurfaceValuesTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  private final SurfaceCalls calls = new SurfaceCalls();

  private Node counting(int... shape) {
    return calls.counting(DType.F64, shape);
  }

  private void assertProduct(Node product, String shape, double... elements) {
    assertThat(product.tensor().shape()).hasToString(shape);
    assertThat(calls.values(product)).containsExactly(elements);
  }

  @Test
  void dots() {
    Node a = counting(2, 3);
    Node b = counting(3, 4);
    Node v = counting(3);
    assertProduct(calls.node("dot", a, b), "[2, 4]", 20, 23, 26, 29, 56, 68, 80, 92);
    assertProduct(calls.node("dot", a, v), "[2]", 5, 14);
    assertProduct(calls.node("dot", v, b), "[4]", 20, 23, 26, 29);
    assertProduct(calls.node("dot", v, v), "[]", 5);
    assertProduct(calls.node("dot", v, 2), "[3]", 0, 2, 4);
    Node cube = counting(2, 2, 3);
    assertProduct(calls.node("dot", cube, v), "[2, 2]", 5, 14, 23, 32);
    Node tall = calls.node("dot", cube, counting(2, 3, 4));
    assertThat(tall.tensor().shape()).hasToString("[2, 2, 2, 4]");
    assertThat(calls.values(tall)).startsWith(20, 23, 26, 29, 56, 59, 62, 65, 56, 68, 80, 92);
  }

  @Test
  void batchedProducts() {
    Node a = counting(2, 3);
    Node cube = counting(2, 2, 3);
    Node stack = counting(2, 3, 4);
    assertProduct(
        calls.node("matmul", cube, stack),
        "[2, 2, 4]",
        20,
        23,
        26,
        29,
        56,
        68,
        80,
        92,
        344,
        365,
        386,
        407,
        488,
        518,
        548,
        578);
    assertProduct(
        calls.node("matmul", a, stack),
        "[2, 2, 4]",
        20,
        23,
        26,
        29,
        56,
        68,
        80,
        92,
        56,
        59,
        62,
        65,
        200,
        212,
        224,
        236);
    assertProduct(
        calls.node("matmul", counting(3), stack), "[2, 4]", 20, 23, 26, 29, 56, 59, 62, 65);
    assertProduct(calls.node("matmul", cube, counting(3)), "[2, 2]", 5, 14, 23, 32);
    assertProduct(
        calls.node("matmul", a, counting(1, 3, 4)), "[1, 2, 4]", 20, 23, 26, 29, 56, 68, 80, 92);
    Node outer = calls.node("matmul", counting(2, 1, 2, 3), stack);
    assertThat(outer.tensor().shape()).hasToString("[2, 2, 2, 4]");
    assertThat(calls.values(outer))
        .endsWith(344, 365, 386, 407, 488, 518, 548, 578)
        .startsWith(20, 23, 26, 29, 56, 68, 80, 92, 56, 59, 62, 65, 200, 212, 224, 236);
  }

  @Test
  void softmaxAtTheEnds() {
    Node x = calls.reals(1000, 1000, -INF);
    assertThat(calls.values("softmax", x)).containsExactly(0.5, 0.5, 0);
    assertThat(calls.values("logSoftmax", x)).containsExactly(-Math.log(2), -Math.log(2), -INF);
    assertThat(calls.values("logsumexp", x)).containsExactly(1000 + Math.log(2));
    assertThat(calls.values("logsumexp", calls.reals(-INF, -INF))).containsExactly(-INF);
    assertThat(calls.values("logsumexp", calls.reals(INF, 1))).containsExactly(INF);
    assertThat(calls.values("logaddexp", calls.reals(-INF, 1000, INF), calls.reals(-INF, 1000, 1)))
        .containsExactly(-INF, 1000 + Math.log(2), INF);
  }

  @Test
  void crossEntropiesOfExtremeLogits() {
    Node logits =
        calls.node("reshape", calls.reals(10000, -10000, -10000, 10000, 0, 0), List.of(3, 2));
    Node labels = calls.wholes(1, 1, 0);
    assertThat(calls.values("crossEntropy", logits, labels)).containsExactly(20000, 0, Math.log(2));
    Node rows = calls.node("reshape", calls.reals(0, 1, 0, 1, 0.5, 0.5), List.of(3, 2));
    assertThat(calls.values("crossEntropy", logits, rows)).containsExactly(20000, 0, Math.log(2));
    Node cost = calls.node("sum", calls.node("crossEntropy", logits, labels));
    assertThat(calls.values("grad", cost, logits)).containsExactly(1, -1, 0, 0, -0.5, 0.5);
  }

  @Test
  void means() {
    assertThat(calls.values("mean", counting(2, 3), 1)).containsExactly(1, 4);
    assertThat(calls.values("mean", calls.wholes(1, 2))).containsExactly(1.5);
    assertThat(calls.values("mean", counting(0))).containsExactly(Double.NaN);
    assertThat(calls.values("argmax", calls.counting(DType.I32, 2, 3))).containsExactly(5);
    assertThat(calls.values("norm", calls.reals(3, 4))).containsExactly(5);
    assertThat(calls.values("norm", List.of(calls.reals(3), calls.reals(4)))).containsExactly(5);
  }

  @Test
  void newTensors() {
    assertThat(calls.values("zeros", DType.F32, List.of(2))).containsExactly(0, 0);
    assertThat(calls.values("full", DType.I32, 7, List.of(2))).containsExactly(7, 7);
    assertThat(calls.values("eye", DType.F64, 2)).containsExactly(1, 0, 0, 1);
    assertThat(calls.values("arange", 3)).containsExactly(0, 1, 2);
    assertThat(calls.values("arange", 5, 0, -2)).containsExactly(5, 3, 1);
    assertThat(calls.values("arange", 3, 3)).isEmpty();
    assertThat(calls.values("arange", DType.F64, 0.0, 1.0, 0.25))
        .containsExactly(0, 0.25, 0.5, 0.75);
    assertThat(calls.node("arange", Dim.name("n")).tensor()).hasToString("i32[n]");
    assertThat(calls.values("of", new double[] {1, 2})).containsExactly(1, 2);
    Node matrix = calls.node("of", (Object) new float[][] {{1, 2}, {3, 4}});
    assertThat(matrix.tensor()).hasToString("f32[2, 2]");
    assertThat(calls.values(matrix)).containsExactly(1, 2, 3, 4);
    Weak runtime = new Weak(calls.node("sum", calls.reals(1, 2)));
    assertThat(calls.values("of", List.of(runtime, 1.0))).containsExactly(3, 1);
    assertThat(calls.values("onesLike", calls.wholes(4, 5))).containsExactly(1, 1);
  }

  @Test
  void choices() {
    Node x = calls.reals(-2, 0.5, 3);
    assertThat(calls.values("clip", x, 0, 1)).containsExactly(0, 0.5, 1);
    assertThat(calls.values("where", calls.node("gt", x, 0), x, 0)).containsExactly(0, 0.5, 3);
    assertThat(calls.values("maximum", x, 0)).containsExactly(0, 0.5, 3);
    assertThat(calls.values("toInt", calls.node("get", x, 2))).containsExactly(3);
  }

  @Test
  void derivatives() {
    Node x = calls.reals(1, 2);
    Node y = calls.reals(3, 4);
    Node cost = calls.node("sum", calls.node("mul", calls.node("mul", x, x), y));
    assertThat(calls.values("grad", cost, x)).containsExactly(6, 16);
    List<?> both = (List<?>) calls.call("grad", cost, x, y);
    assertThat(calls.values((Node) both.get(1))).containsExactly(1, 4);
    assertThat((List<?>) calls.call("grad", cost, List.of(x))).hasSize(1);
    Node v = calls.reals(1, 10);
    assertThat(calls.values("jvp", cost, x, v)).containsExactly(166);
    assertThat(calls.values("hvp", cost, x, v)).containsExactly(6, 80);
    Node squares = calls.node("square", x);
    assertThat(calls.values("vjp", squares, x, v)).containsExactly(2, 40);
    assertThat(calls.values("hvp", calls.node("sum", x), x, v)).containsExactly(0, 0);
  }

  @Test
  void theGradientOfLogSumExpIsSoftmax() {
    Node x = calls.reals(1, 2, 3);
    double[] gradient = calls.values("grad", calls.node("logsumexp", x), x);
    double[] softmax = calls.values("softmax", x);
    for (int i = 0; i < 3; i++) {
      assertThat(gradient[i]).isCloseTo(softmax[i], within(1e-15));
    }
    Node tie = calls.reals(5);
    Node both = calls.node("logaddexp", tie, calls.node("add", calls.reals(4), 1));
    assertThat(calls.values("grad", calls.node("sum", both), tie)).containsExactly(0.5);
  }

  @Test
  void runTimeNumbersKeepTheTensorsDtype() {
    Node half = calls.builder().constant(Literal.scalar(DType.F64, 0.1));
    Node x = calls.node("cast", calls.reals(1), DType.F32);
    assertThat(calls.values("mul", x, new Weak(half))).containsExactly(0.1f);
  }
}
