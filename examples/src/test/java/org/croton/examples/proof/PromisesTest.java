package org.croton.examples.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.croton.CrotonException;
import org.croton.Tensor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PromisesTest {
  private static final Random RANDOM = new Random(3);

  @Test
  void theNaiveCrossEntropyIsRightWhereItsTextOverflows() {
    try (Tensor z = Tensor.of(1e4f, -1e4f, 1e4f, -1e4f);
        Tensor y = Tensor.of(0f, 0f, 1f, 1f)) {
      assertThat(CompiledPrograms.naive(z, y).toFloats()).containsExactly(1e4f, 0f, 0f, 1e4f);
      assertThat(CompiledPrograms.naiveSlope(z, y).toFloats()).containsExactly(1f, 0f, 0f, -1f);
    }
  }

  private static double[][] random(int rows, int columns) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = RANDOM.nextGaussian();
      }
    }
    return values;
  }

  @Test
  void hessianTimesVectorIsTheDifferenceOfGradients() {
    Tensor x = Tensor.of(random(6, 4));
    double[][] w = random(4, 5);
    Tensor v = Tensor.of(random(5, 3));
    Tensor labels = Tensor.of(new int[] {0, 1, 2, 2, 1, 0});
    double[][] direction = random(4, 5);
    double step = 1e-5;
    double[][] ahead = random(4, 5);
    double[][] behind = random(4, 5);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 5; j++) {
        ahead[i][j] = w[i][j] + step * direction[i][j];
        behind[i][j] = w[i][j] - step * direction[i][j];
      }
    }
    double[] up = CompiledPrograms.slope(x, Tensor.of(ahead), v, labels).toDoubles();
    double[] down = CompiledPrograms.slope(x, Tensor.of(behind), v, labels).toDoubles();
    double[] product =
        CompiledPrograms.curvature(x, Tensor.of(w), v, labels, Tensor.of(direction)).toDoubles();
    for (int i = 0; i < product.length; i++) {
      assertThat(product[i]).isCloseTo((up[i] - down[i]) / (2 * step), within(1e-7));
    }
  }

  @Test
  void aGradientHasAGradient() {
    double[] x = {-1, 0, 0.5, 2};
    double[] found = CompiledPrograms.twice(Tensor.of(x)).toDoubles();
    for (int i = 0; i < x.length; i++) {
      double expected = Math.exp(x[i]) * (x[i] + 2);
      assertThat(found[i]).isCloseTo(expected, within(1e-13 * Math.abs(expected)));
    }
  }

  @Test
  void aCallThatFailsLeavesTheFieldsAsTheyWere() {
    CompiledPrograms model = new CompiledPrograms(3);
    Tensor x = Tensor.of(1.0, 2.0);
    model.add(x, Tensor.of(new int[] {0, 1, 1}));
    double[] before = model.state.toDoubles();
    assertThatThrownBy(() -> model.add(x, Tensor.of(new int[] {0, 1, 7})))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("7");
    assertThat(model.state.toDoubles()).isEqualTo(before).containsExactly(1, 2, 2);
  }

  @Test
  void misuseIsAnExceptionInTheUsersNames() {
    Tensor three = Tensor.of(1f, 2f, 3f);
    assertThatThrownBy(() -> CompiledPrograms.naive(three, Tensor.of(1f)))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("naive: y")
        .hasMessageContaining("n");
    assertThatThrownBy(() -> CompiledPrograms.naive(null, three))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("naive: z");
    assertThatThrownBy(() -> CompiledPrograms.naive(Tensor.of(1.0), three))
        .hasMessageContaining("F32");
    Tensor closed = Tensor.of(1f, 2f, 3f);
    closed.close();
    assertThatThrownBy(() -> CompiledPrograms.naive(closed, three)).hasMessageContaining("closed");
  }

  @Test
  void writingIntoGivenOutputsAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Tensor a = Tensor.of(1.0, 2.0, 3.0);
    Tensor out = Tensor.of(0.0, 0.0, 0.0);
    for (int i = 0; i < 50_000; i++) {
      CompiledPrograms.power(a, out);
    }
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < 100_000; i++) {
      CompiledPrograms.power(a, out);
    }
    // Asking for the count allocates a little itself; 100,000 calls allocate nothing each.
    assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(10_000);
    assertThat(out.toDoubles()).containsExactly(2, 1026, 59052);
  }

  @Test
  void memoryStaysFlatOverAMillionCalls() throws IOException {
    Assumptions.assumeTrue(
        Files.isReadable(Path.of("/proc/self/statm")), "the system tells no memory use");
    Tensor a = Tensor.of(new double[1000]);
    Tensor out = Tensor.of(new double[1000]);
    for (int i = 0; i < 100_000; i++) {
      CompiledPrograms.power(a, out);
      CompiledPrograms.power(a).close();
    }
    long before = residentPages();
    for (int i = 0; i < 500_000; i++) {
      CompiledPrograms.power(a, out);
      CompiledPrograms.power(a).close();
    }
    // A leak of one result per call would be a million pages; the collector's heap may grow a
    // little.
    assertThat(residentPages() - before).isLessThan(100_000);
  }

  private static long residentPages() throws IOException {
    return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
  }
}
