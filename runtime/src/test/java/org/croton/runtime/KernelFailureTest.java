package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import org.croton.CrotonException;
import org.croton.ShapeException;
import org.junit.jupiter.api.Test;

class KernelFailureTest {
  private static final SourceLine[] LINES = {
    new SourceLine("demo.Path", "step", "Path.java", 12, ""),
    new SourceLine("demo.Path", "step", "Path.java", 17, "rate must be positive"),
  };

  private static RuntimeException failure(int code, long place, long a, long b) {
    return KernelFailure.of(code, new long[] {place, a, b}, LINES);
  }

  @Test
  void eachCodeHasItsException() {
    assertThat(failure(KernelFailure.INDEX, 0, 7, 5))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("index 7 is out of range for size 5");
    assertThat(failure(KernelFailure.DIVISION, 0, 0, 0))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("/ by zero");
    assertThat(failure(KernelFailure.CHECK, 1, 0, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("rate must be positive");
    assertThat(failure(KernelFailure.NEGATIVE_SIZE, 0, -3, 0))
        .isInstanceOf(ShapeException.class)
        .hasMessage("a dim cannot be negative, but is -3");
    assertThat(failure(KernelFailure.MEMORY, 0, 1 << 20, 0))
        .isInstanceOf(CrotonException.class)
        .hasMessage("out of native memory: a kernel asked 1048576 bytes");
    assertThat(failure(KernelFailure.SHAPE, 0, 3, 4))
        .isInstanceOf(ShapeException.class)
        .hasMessage("sizes 3 and 4 differ");
    assertThat(failure(99, 0, 0, 0)).hasMessageContaining("unknown code 99");
    assertThat(failure(1, 5, 0, 0)).hasMessageContaining("unknown place 5");
  }

  @Test
  void theUsersLineIsOnTop() {
    StackTraceElement[] trace = failure(KernelFailure.INDEX, 1, 7, 5).getStackTrace();
    assertThat(trace[0]).hasToString("demo.Path.step(Path.java:17)");
    assertThat(trace[1].getClassName()).isEqualTo(KernelFailureTest.class.getName());
  }

  @Test
  void readsRecordsFromNativeMemory() {
    try (FakeMemory memory = new FakeMemory()) {
      long record = memory.allocate(64);
      memory.view(record, 24).order(ByteOrder.nativeOrder()).putLong(1).putLong(9).putLong(4);
      assertThat(KernelFailure.of(KernelFailure.INDEX, record, LINES))
          .hasMessage("index 9 is out of range for size 4: rate must be positive");
    }
  }
}
