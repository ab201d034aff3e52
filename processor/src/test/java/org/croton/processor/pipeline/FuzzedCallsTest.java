package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.croton.CrotonException;
import org.croton.DType;
import org.croton.Index;
import org.croton.Ops;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong and extreme arguments of generated methods are exceptions, never crashes. */
class FuzzedCallsTest {
  private static final int HUGE = Integer.MAX_VALUE;

  @TempDir Path folder;

  /** Tensors of every kind of shape, without much memory; some are closed. */
  private static List<Tensor> tensors() {
    List<Tensor> tensors = new ArrayList<>();
    for (DType dtype : DType.values()) {
      for (int[] shape :
          new int[][] {
            {},
            {0},
            {1},
            {3},
            {4},
            {3, 4},
            {4, 3},
            {1, 1},
            {0, 4},
            {3, 0},
            {2, 2, 2},
            {0, HUGE},
            {HUGE, 0},
            {HUGE, 0, HUGE}
          }) {
        tensors.add(Tensor.fill(dtype, i -> dtype == DType.BOOL ? i % 2 : i % 5, shape));
      }
    }
    tensors.add(Tensor.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0));
    tensors.add(Tensor.of(new double[][] {{Double.NaN, 1}, {2, Double.NEGATIVE_INFINITY}}));
    tensors.add(Tensor.of(-1L, 5L, Long.MAX_VALUE));
    Tensor closed = Tensor.of(1.0, 2.0, 3.0);
    closed.close();
    tensors.add(closed);
    ByteBuffer buffer = ByteBuffer.allocateDirect(24).order(ByteOrder.nativeOrder());
    tensors.add(Tensor.wrap(buffer, DType.F64, 3));
    return tensors;
  }

  private static Object[] numbers() {
    return new Object[] {0, -1, 3, HUGE, Integer.MIN_VALUE};
  }

  private static Object argument(Class<?> type, List<Tensor> tensors, Random random) {
    if (type == Tensor.class) {
      return random.nextInt(12) == 0 ? null : tensors.get(random.nextInt(tensors.size()));
    } else if (type == int.class) {
      return numbers()[random.nextInt(5)];
    } else if (type == double.class) {
      return new double[] {0, Double.NaN, 1e308, -3}[random.nextInt(4)];
    }
    return new Object[] {null, new double[0], new double[] {1, 2, 3}, new double[5]}
        [random.nextInt(4)];
  }

  private static boolean isClear(Throwable thrown) {
    return thrown instanceof CrotonException
        || thrown instanceof NullPointerException
        || thrown instanceof IndexOutOfBoundsException
        || thrown instanceof ArithmeticException
        || thrown instanceof NegativeArraySizeException
        || thrown instanceof IllegalStateException;
  }

  @Test
  void generatedMethodsThrow() throws Exception {
    Generated fuzzed =
        Generated.of(
            folder,
            "Fuzzed",
            """
            public class Fuzzed {
              @Compiled public static Tensor product(@F64("n, k") Tensor x, @F64("k, m") Tensor y) {
                return x.matmul(y);
              }
              @Compiled public static Tensor rows(@F64("n") Tensor x, @I64("k") Tensor at) {
                return x.get(at);
              }
              @Compiled public static Tensor fixed(@F32("3, n") Tensor x, @F32("2*n - 1") Tensor y) {
                return x.sum(1).add(y.sum());
              }
              @Compiled public static double element(@Dims("n") double[] x, int i) {
                return x[i];
              }
              @Compiled public static Tensor inner(@F64("n") Tensor x) { return x.get("1:-1"); }
              @Compiled public static Tensor largest(@F64("n, m") Tensor x) {
                return x.max(1).add(x.argmax(1));
              }
              @Compiled public static double[] filled(int n, double by) {
                double[] y = new double[Math.min(n, 1000)];
                for (int i = 0; i < y.length; i++) { y[i] = i / by; }
                return y;
              }
              @Compiled public static Tensor sorted(@I32("n") Tensor x, @I32("n") Tensor y) {
                return Ops.floorDiv(x, y).pow(y);
              }
              @Compiled public static Tensor outer(@F64("n, 0") Tensor x, @F64("0, m") Tensor y) {
                return x.matmul(y);
              }
            }
            """);
    List<Tensor> tensors = tensors();
    Random random = new Random(5);
    int returned = 0;
    for (Method method : fuzzed.type().getDeclaredMethods()) {
      if (!Modifier.isPublic(method.getModifiers())) {
        continue;
      }
      for (int i = 0; i < 1200; i++) {
        Object[] arguments =
            Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, tensors, random))
                .toArray();
        try {
          method.invoke(null, arguments);
          returned++;
        } catch (InvocationTargetException e) {
          assertThat(isClear(e.getCause()))
              .as("%s%s: %s", method.getName(), Arrays.toString(arguments), e.getCause())
              .isTrue();
        }
      }
    }
    assertThat(returned).isPositive();
  }

  /** As far as plain Java goes: no operation of a tensor fails in another way. */
  @Test
  void plainOperationsThrow() {
    List<Tensor> tensors = tensors();
    Random random = new Random(6);
    for (int i = 0; i < 4000; i++) {
      Tensor x = tensors.get(random.nextInt(tensors.size()));
      Tensor y = tensors.get(random.nextInt(tensors.size()));
      int k = (Integer) numbers()[random.nextInt(5)];
      if (x.size() == 0 || y.size() == 0) {
        continue;
      }
      try {
        switch (random.nextInt(10)) {
          case 0 -> x.add(y);
          case 1 -> x.matmul(y);
          case 2 -> x.get(k, k);
          case 3 -> x.reshape(k, -1);
          case 4 -> x.slice(k, 0, 2, -1);
          case 5 -> x.get(y);
          case 6 -> x.sum(k).div(y);
          case 7 -> x.get(Ops.range(k, 2, -2), Ops.newAxis());
          case 8 -> Ops.concat(k, x, y);
          default -> Ops.einsum("ij,jk->ik", x, y);
        }
      } catch (RuntimeException e) {
        assertThat(isClear(e)).as("%s %s %d: %s", x, y, k, e).isTrue();
      }
    }
  }

  @Test
  void buffersThatDoNotFitAreRefused() {
    ByteBuffer bytes = ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder());
    assertRefused(bytes.asReadOnlyBuffer().order(ByteOrder.nativeOrder()), 16);
    assertRefused(ByteBuffer.allocate(64).order(ByteOrder.nativeOrder()), 16);
    assertRefused(bytes.duplicate().order(ByteOrder.BIG_ENDIAN), 16);
    assertRefused(bytes.duplicate().order(ByteOrder.nativeOrder()), 15);
    assertRefused(bytes.duplicate().order(ByteOrder.nativeOrder()), -16);
    assertRefused(bytes.duplicate().order(ByteOrder.nativeOrder()), HUGE, HUGE, HUGE);
    bytes.position(1).limit(61);
    assertRefused(bytes, 15);
    assertThatThrownBy(() -> Tensor.zeros(DType.F64, HUGE, HUGE, HUGE))
        .isInstanceOf(CrotonException.class);
    assertThatThrownBy(() -> Index.parse("1:2:0")).isInstanceOf(CrotonException.class);
  }

  private static void assertRefused(ByteBuffer buffer, int... shape) {
    assertThatThrownBy(() -> Tensor.wrap(buffer, DType.F32, shape))
        .isInstanceOf(CrotonException.class);
  }
}
