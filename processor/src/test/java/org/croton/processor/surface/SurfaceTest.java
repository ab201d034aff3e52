package org.croton.processor.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.croton.DType;
import org.croton.Ops;
import org.croton.Tensor;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.TypeMismatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types and mistakes of public functions. */
final class SurfaceTest {
  private final SurfaceCalls calls = new SurfaceCalls();

  private static void assertMistake(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String id, String... texts) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            TypeMismatch.class,
            mismatch -> {
              assertThat(mismatch.id()).isEqualTo(id);
              assertThat(List.of(texts)).allMatch(mismatch.getMessage()::contains);
            });
  }

  @Test
  void everyPublicOperationHasAMeaning() {
    Set<String> elsewhere =
        new TreeSet<>(
            List.of(
                // made of language or of memory, not of graphs
                "map",
                "mapToBool",
                "mapToInt",
                "mapToLong",
                "each",
                "fill",
                "random",
                "wrap",
                "asByteBuffer",
                "copyFrom",
                "isClosed",
                "close",
                "toString",
                "load",
                "save",
                // parts of indices and axes
                "at",
                "range",
                "from",
                "newAxis",
                "ellipsis",
                "keep"));
    Set<String> names = new Surface(noDerivatives()).names();
    assertThat(tensorMethods(Ops.class)).allMatch(n -> names.contains(n) || elsewhere.contains(n));
    assertThat(tensorMethods(Tensor.class))
        .allMatch(n -> names.contains(n) || elsewhere.contains(n));
  }

  private static Derivatives noDerivatives() {
    return new org.croton.processor.autodiff.Differentiator();
  }

  /** Names of public methods that take or give tensors. */
  private static List<String> tensorMethods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> method.getReturnType() == Tensor.class || takesTensor(method))
        .map(Method::getName)
        .distinct()
        .toList();
  }

  private static boolean takesTensor(Method method) {
    return Arrays.asList(method.getParameterTypes()).contains(Tensor.class);
  }

  @Test
  void unknownOperations() {
    assertMistake(() -> calls.call("frobnicate"), "unknown-operation", "frobnicate");
    assertMistake(() -> calls.call("add", calls.reals(1)), "missing-argument", "add");
  }

  @ParameterizedTest
  @CsvSource({
    "F32, F32, F32",
    "F32, F64, F64",
    "I32, F32, F64",
    "U8, F32, F32",
    "I32, I64, I64",
    "BOOL, F32, F32",
    "U8, I32, I32",
    "BOOL, I32, I32"
  })
  void tensorsPromote(DType a, DType b, DType result) {
    Node x = calls.parameter(a, "n");
    Node y = calls.parameter(b, "n");
    assertThat(calls.node("add", x, y).tensor()).isEqualTo(TensorType.of(result, Dim.name("n")));
    assertThat(calls.node("gt", y, x).tensor().dtype()).isEqualTo(DType.BOOL);
  }

  @Test
  void numbersTakeTheTensorsKind() {
    Node f32 = calls.parameter(DType.F32, "n");
    Node i32 = calls.parameter(DType.I32, "n");
    Node u8 = calls.parameter(DType.U8, "n");
    assertThat(calls.node("mul", f32, 0.1).tensor().dtype()).isEqualTo(DType.F32);
    assertThat(calls.node("sub", 1, f32).tensor().dtype()).isEqualTo(DType.F32);
    assertThat(calls.node("mul", i32, 2).tensor().dtype()).isEqualTo(DType.I32);
    assertThat(calls.node("mul", i32, 0.5).tensor().dtype()).isEqualTo(DType.F64);
    assertThat(calls.node("add", u8, 255).tensor().dtype()).isEqualTo(DType.U8);
    Node runtime = calls.parameter(DType.F64);
    assertThat(calls.node("mul", f32, new Weak(runtime)).tensor().dtype()).isEqualTo(DType.F32);
    assertThat(calls.node("mul", f32, runtime).tensor().dtype()).isEqualTo(DType.F64);
    assertThat(calls.node("mul", f32, Dim.name("n")).tensor().dtype()).isEqualTo(DType.F32);
    Node flags = calls.parameter(DType.BOOL, "n");
    assertThat(calls.node("where", flags, 1.0, 0.0).tensor().dtype()).isEqualTo(DType.F64);
    assertThat(calls.node("where", flags, 1, f32).tensor().dtype()).isEqualTo(DType.F32);
  }

  @Test
  void literalsThatDoNotFit() {
    Node u8 = calls.parameter(DType.U8, "n");
    Node f32 = calls.parameter(DType.F32, "n");
    assertMistake(() -> calls.call("add", u8, 300), "lossy-literal", "300", "u8");
    assertMistake(() -> calls.call("add", u8, -1), "lossy-literal", "-1");
    assertMistake(() -> calls.call("mul", f32, 1e300), "lossy-literal", "1.0E300", "f32");
    Node i32 = calls.parameter(DType.I32, "n");
    assertMistake(() -> calls.call("add", i32, 1L << 40), "lossy-literal", "i32");
  }

  @Test
  void integersAndFractions() {
    Node i32 = calls.wholes(7, -7);
    assertThat(calls.values("div", i32, 2)).containsExactly(3.5, -3.5);
    assertThat(calls.node("sqrt", i32).tensor().dtype()).isEqualTo(DType.F64);
    assertThat(calls.values("floorDiv", i32, 2)).containsExactly(3, -4);
    assertThat(calls.values("floorMod", i32, 2)).containsExactly(1, 1);
    assertThat(calls.values("floorDiv", calls.reals(7, -7), 2)).containsExactly(3, -4);
    assertThat(calls.values("floorMod", calls.reals(7, -7), 2)).containsExactly(1, 1);
    assertThat(calls.node("floor", i32)).isSameAs(i32);
    assertThat(calls.values("pow", i32, 3)).containsExactly(343, -343);
    assertThat(calls.values("pow", i32, 0)).containsExactly(1, 1);
    assertThat(calls.node("pow", i32, 10).tensor().dtype()).isEqualTo(DType.I32);
    assertThat(calls.node("pow", i32, 0.5).tensor().dtype()).isEqualTo(DType.F64);
    assertMistake(() -> calls.call("pow", i32, -1), "dtype-unsupported", "no integer");
    assertThat(calls.values("pow", i32, calls.wholes(2, 3))).containsExactly(49, -343);
    assertThat(calls.values("pow", calls.wholes(-1, 2), calls.wholes(-3, -3)))
        .containsExactly(-1, 0);
    assertThat(calls.values("where", calls.node("gt", i32, 0), 1, 2)).containsExactly(1, 2);
    assertThat(calls.node("where", calls.node("gt", i32, 0), 1, 2).tensor().dtype())
        .isEqualTo(DType.I64);
  }

  @Test
  void dtypesThatAnOperationLacks() {
    Node flags = calls.parameter(DType.BOOL, "n");
    Node f32 = calls.parameter(DType.F32, "n");
    assertMistake(() -> calls.call("add", flags, flags), "dtype-unsupported", "BOOL");
    assertMistake(() -> calls.call("not", f32), "dtype-unsupported", "F32");
    assertMistake(() -> calls.call("where", f32, f32, f32), "dtype-unsupported", "f32[n]");
    assertMistake(() -> calls.call("any", f32), "dtype-unsupported", "compare");
    assertMistake(() -> calls.call("add", f32, "text"), "not-a-tensor", "text");
    assertMistake(() -> calls.call("cast", f32, 3), "not-a-dtype");
  }

  @Test
  void shapesThatDoNotBroadcast() {
    Node x = calls.parameter(DType.F32, "rows", "features");
    Node y = calls.parameter(DType.F32, "rows");
    assertMistake(
        () -> calls.call("add", x, y), "shape-mismatch", "[rows, features]", "rows", "features");
    assertMistake(
        () -> calls.call("dot", x, y),
        "shape-mismatch",
        "dot: cannot multiply [rows, features] and [rows]: dim features is not dim rows");
    assertThat(calls.node("add", x, calls.parameter(DType.F32, "1", "features")).tensor())
        .isEqualTo(x.tensor());
  }

  @Test
  void reductionsByNumberAndName() {
    Node x = calls.parameter(DType.F32, "rows", "features", "3");
    assertThat(shape("sum", x)).isEqualTo(Shape.SCALAR);
    assertThat(shape("sum", x, List.of(0, -1))).hasToString("[features]");
    assertThat(shape("sum", x, new int[] {1})).hasToString("[rows, 3]");
    assertThat(shape("mean", x, "features")).hasToString("[rows, 3]");
    assertThat(shape("max", x, List.of("rows", "features"))).hasToString("[3]");
    assertThat(shape("min", x, new KeepAxes(List.of(1)))).hasToString("[rows, 1, 3]");
    assertThat(shape("min", x, Ops.keep(-1))).hasToString("[rows, features, 1]");
    assertThat(shape("prod", x, new KeepAxes(List.of()))).hasToString("[1, 1, 1]");
    assertThat(shape("argmax", x, "features")).hasToString("[rows, 3]");
    assertThat(shape("argmin", x, Ops.keep(1))).hasToString("[rows, 1, 3]");
    assertThat(shape("argmin", x)).isEqualTo(Shape.SCALAR);
    assertThat(shape("logsumexp", x, Ops.keep(0))).hasToString("[1, features, 3]");
    assertThat(shape("logsumexp", x, 1)).hasToString("[rows, 3]");
    assertThat(shape("softmax", x, 1)).isEqualTo(x.tensor().shape());
  }

  private Shape shape(String name, Object... args) {
    return calls.node(name, args).tensor().shape();
  }

  @Test
  void axesThatAreNot() {
    Node x = calls.parameter(DType.F32, "n", "n");
    assertMistake(() -> calls.call("sum", x, List.of(2)), "axis-out-of-range", "axis 2", "[n, n]");
    assertMistake(() -> calls.call("sum", x, List.of(-3)), "axis-out-of-range", "axis -3");
    assertMistake(() -> calls.call("sum", x, List.of(0, -2)), "axis-repeated", "twice");
    assertMistake(() -> calls.call("sum", x, "m"), "unknown-dim", "\"m\"", "[n, n]");
    assertMistake(() -> calls.call("sum", x, "n"), "ambiguous-dim", "occurs twice");
    assertMistake(() -> calls.call("softmax", calls.parameter(DType.F32)), "axis-out-of-range");
    Node empty = calls.parameter(DType.F32, "0", "n");
    assertMistake(() -> calls.call("max", empty, 0), "empty-reduction", "[0, n]");
  }

  @Test
  void reductionDtypes() {
    Node u8 = calls.parameter(DType.U8, "n");
    assertThat(calls.node("sum", u8).tensor().dtype()).isEqualTo(DType.I64);
    assertThat(calls.node("mean", u8).tensor().dtype()).isEqualTo(DType.F64);
    assertThat(calls.node("max", u8).tensor().dtype()).isEqualTo(DType.U8);
    assertThat(calls.node("argmax", u8).tensor().dtype()).isEqualTo(DType.I64);
  }

  @Test
  void sizesOfShapes() {
    Node x = calls.parameter(DType.F32, "rows", "28", "28");
    assertThat(shape("reshape", x, Dim.name("rows"), -1)).hasToString("[rows, 784]");
    assertThat(shape("reshape", x, List.of(-1, 7))).hasToString("[112*rows, 7]");
    assertThat(shape("reshape", x, "rows, 28*28")).hasToString("[rows, 784]");
    assertMistake(() -> calls.call("reshape", x, -1, 5), "shape-mismatch", "784*rows");
    assertMistake(() -> calls.call("reshape", x, 2, 3), "shape-mismatch", "are not 6");
    assertMistake(() -> calls.call("reshape", x, "cols, 784"), "unknown-dim", "cols");
    assertMistake(() -> calls.call("reshape", x, -2), "negative-size");
    Weak runtime = new Weak(calls.parameter(DType.I32));
    assertMistake(() -> calls.call("reshape", x, runtime, -1), "unknown-size", "int parameter");
    assertThat(calls.call("dim", x, 0)).isEqualTo(Dim.name("rows"));
    assertThat(calls.call("dim", x, "rows")).isEqualTo(Dim.name("rows"));
    assertThat(calls.call("rank", x)).isEqualTo(3);
    assertThat(calls.call("dtype", x)).isEqualTo(DType.F32);
    assertThat(calls.call("shape", x)).isEqualTo(x.tensor().shape().dims());
  }

  @Test
  void axesMove() {
    Node x = calls.parameter(DType.F32, "a", "b", "1");
    assertThat(shape("transpose", x)).hasToString("[1, b, a]");
    assertThat(shape("transpose", x, List.of(1, -1, 0))).hasToString("[b, 1, a]");
    assertThat(shape("transpose", calls.parameter(DType.F32, "a", "b"), "b, a"))
        .hasToString("[b, a]");
    assertMistake(() -> calls.call("transpose", x, List.of(0, 1)), "rank-mismatch");
    assertThat(shape("expandDims", x, -1)).hasToString("[a, b, 1, 1]");
    assertThat(shape("expandDims", x, 0)).hasToString("[1, a, b, 1]");
    assertMistake(() -> calls.call("expandDims", x, 4), "axis-out-of-range");
    assertThat(shape("squeeze", x)).hasToString("[a, b]");
    assertMistake(() -> calls.call("squeeze", x, 0), "shape-mismatch", "its size is a");
    assertThat(shape("broadcastTo", calls.parameter(DType.F32, "b"), Dim.name("a"), Dim.name("b")))
        .hasToString("[a, b]");
  }

  @Test
  void joins() {
    Node x = calls.parameter(DType.F32, "n", "a");
    Node y = calls.parameter(DType.F64, "n", "b");
    assertThat(calls.node("concat", 1, List.of(x, y)).tensor()).hasToString("f64[n, a + b]");
    assertThat(shape("concat", -1, new Node[] {x, y})).hasToString("[n, a + b]");
    assertMistake(() -> calls.call("concat", 0, x, y), "shape-mismatch", "along axis 0");
    assertThat(shape("stack", List.of(x, x, x))).hasToString("[3, n, a]");
    assertThat(shape("stack", -1, List.of(x, x))).hasToString("[n, a, 2]");
    assertMistake(() -> calls.call("stack", List.of()), "missing-argument");
  }

  @Test
  void scalars() {
    Node one = calls.parameter(DType.F32, "1", "1");
    assertThat(shape("item", one)).isEqualTo(Shape.SCALAR);
    assertThat(calls.node("toInt", one).tensor()).isEqualTo(TensorType.scalar(DType.I32));
    Node several = calls.parameter(DType.BOOL, "n");
    assertMistake(() -> calls.call("isTrue", several), "not-a-scalar", "bool[n]", "any");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grad", "vjp", "jvp", "hvp"})
  void derivativesRefuseIntegers(String name) {
    Node x = calls.parameter(DType.I32, "n");
    Node cost = calls.node("sum", calls.node("mul", x, 0.5));
    assertMistake(() -> calls.call(name, cost, x, x), "not-differentiable", "i32[n]");
  }

  @Test
  void derivativesOfWhatTheyDoNotDependOn() {
    Node x = calls.parameter(DType.F32, "n");
    Node y = calls.parameter(DType.F32, "n");
    Node cost = calls.node("sum", calls.node("square", x));
    assertMistake(() -> calls.call("grad", cost, List.of(x, y)), "disconnected", "number 2 of 2");
    assertMistake(() -> calls.call("jvp", cost, y, y), "disconnected");
    assertMistake(() -> calls.call("grad", x, x), "not-a-scalar", "f32[n]");
    Node other = calls.parameter(DType.F32, "m");
    assertMistake(() -> calls.call("jvp", cost, x, other), "shape-mismatch", "f32[n]", "f32[m]");
  }
}
