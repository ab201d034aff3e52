package org.croton.processor.codegen.c;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.croton.DType;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Check;
import org.croton.processor.loop.LoopFunction;
import org.croton.processor.loop.Primitive;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Statement;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.runtime.KernelFailure;
import org.croton.runtime.NativeMemory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JniBridgeTest {
  /** What a generated class declares; the name needs every escape that occurs in class names. */
  private static final class Kernels_ü implements NativeMemory {
    static native int k_0(
        long x,
        double scale,
        long offset,
        boolean negate,
        byte times,
        long sum,
        long n,
        long workspace,
        long failure);

    @Override
    public native long allocate(long bytes);

    @Override
    public native void free(long address);

    @Override
    public native long address(ByteBuffer direct);

    @Override
    public native ByteBuffer view(long address, long bytes);
  }

  private static final String KERNEL =
      """
      #include <stdbool.h>
      #include <stdint.h>
      static int32_t k_0(const double *x, double scale, float offset, uint8_t negate,
                         uint8_t times, double *sum, int64_t n, char *workspace,
                         int64_t *failure) {
        (void)workspace;
        *sum = 0;
        for (int64_t i = 0; i < n; i++) {
          if (x[i] < 0) {
            failure[0] = 1;
            failure[1] = i;
            failure[2] = n;
            return 1;
          }
          *sum += x[i] * scale;
        }
        *sum = (*sum + offset) * times;
        if (negate) *sum = -*sum;
        return 0;
      }
      """;

  private static final Kernels_ü MEMORY = new Kernels_ü();

  @TempDir static Path folder;

  private static LoopFunction function() {
    Buffer x = new Buffer("x", TensorType.of(DType.F64, Dim.name("n")), Buffer.Role.INPUT);
    Scalar position = Scalar.whole(0);
    Statement.Require require =
        new Statement.Require(
            new Check(Scalar.of(Primitive.GE, position, position), 1, List.of(position, position)));
    return new LoopFunction(
        "k_0",
        List.of(
            x,
            scalar("scale", DType.F64, Buffer.Role.INPUT),
            scalar("offset", DType.F32, Buffer.Role.INPUT),
            scalar("negate", DType.BOOL, Buffer.Role.INPUT),
            scalar("times", DType.U8, Buffer.Role.INPUT),
            scalar("sum", DType.F64, Buffer.Role.OUTPUT)),
        List.of("n"),
        Dim.ZERO,
        List.of(),
        Map.of(),
        List.of(new Statement.Times(x, position, Statement.Schedule.SERIAL, List.of(require))));
  }

  private static Buffer scalar(String name, DType dtype, Buffer.Role role) {
    return new Buffer(name, TensorType.scalar(dtype), role);
  }

  @BeforeAll
  static void load() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "this test needs gcc");
    Path source = folder.resolve("bridge.c");
    Path library = folder.resolve("bridge.so");
    Files.writeString(
        source,
        KERNEL
            + JniBridge.print(
                Kernels_ü.class.getName(), List.of(new JniBridge.Kernel(function(), Set.of(2)))));
    Process gcc =
        new ProcessBuilder(
                "gcc",
                "-std=gnu11",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-O1",
                "-fPIC",
                "-shared",
                "-o",
                library.toString(),
                source.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(gcc.getInputStream().readAllBytes(), ISO_8859_1);
    assertThat(gcc.waitFor()).as(output).isZero();
    System.load(library.toString());
  }

  /** Memory of 64 bytes for x, then the offset, the sum and the failure record. */
  private static ByteBuffer memory(double... x) {
    ByteBuffer memory = ByteBuffer.allocateDirect(256).order(ByteOrder.nativeOrder());
    for (int i = 0; i < x.length; i++) {
      memory.putDouble(8 * i, x[i]);
    }
    memory.putFloat(64, 0.5f);
    return memory;
  }

  private static int call(ByteBuffer memory, boolean negate, int times, long n) {
    long base = MEMORY.address(memory);
    return Kernels_ü.k_0(base, 10, base + 64, negate, (byte) times, base + 128, n, 0, base + 192);
  }

  @Test
  void passesAddressesValuesAndSizes() {
    ByteBuffer memory = memory(1, 2);

    assertThat(call(memory, false, 200, 2)).isZero();
    assertThat(memory.getDouble(128)).isEqualTo(30.5 * 200);
    assertThat(call(memory, true, 1, 1)).isZero();
    assertThat(memory.getDouble(128)).isEqualTo(-10.5);
  }

  @Test
  void tellsTheKindOfAFailure() {
    ByteBuffer memory = memory(1, -2);

    assertThat(call(memory, false, 1, 2)).isEqualTo(KernelFailure.INDEX);
    assertThat(memory.getLong(192)).isEqualTo(1);
    assertThat(memory.getLong(200)).isEqualTo(1);
    assertThat(memory.getLong(208)).isEqualTo(2);
  }

  @Test
  void givesMemory() {
    long address = MEMORY.allocate(128);

    assertThat(address).isPositive();
    assertThat(address % 64).isZero();
    ByteBuffer view = MEMORY.view(address, 128).order(ByteOrder.nativeOrder());
    view.putInt(124, 42);
    assertThat(view.capacity()).isEqualTo(128);
    assertThat(MEMORY.address(view)).isEqualTo(address);
    assertThat(MEMORY.view(address + 124, 4).order(ByteOrder.nativeOrder()).getInt(0))
        .isEqualTo(42);
    MEMORY.free(address);
  }

  @Test
  void escapesNames() {
    assertThat(JniNames.function("p.q_r.CompiledÄ$Kernels", "k_0"))
        .isEqualTo("Java_p_q_1r_Compiled_000c4_00024Kernels_k_10");
    assertThat(JniNames.function("Top", "free")).isEqualTo("Java_Top_free");
  }
}
