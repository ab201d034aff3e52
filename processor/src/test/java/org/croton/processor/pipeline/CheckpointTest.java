package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final String BODY =
      """
      (double k, @Dims("n") double[] x, int steps) {
          double[] y = x.clone();
          double cost = 0;
          for (int t = 0; t < steps; t++) {
            for (int i = 0; i < y.length; i++) {
              y[i] += 0.1 * Math.sin(k * y[i]) - 0.01 * t * y[i] * y[i];
            }
            cost += y[0] * y[y.length - 1];
          }
          return cost;
        }
      """;

  private static final String WHILE =
      """
      (double k, double x) {
          double y = x;
          double factor = 1;
          while (y < 50) {
            y += 0.1 * y * factor + Math.sin(k * y);
            factor = factor * 1.01 + 0.001 * y;
          }
          return y;
        }
      """;

  @TempDir Path folder;

  private static String source(String target) {
    String compiled = "@Compiled(target = Target." + target + ") @Gradient public static double ";
    return "public class Flow {\n"
        + compiled
        + "whole"
        + BODY
        + "@Checkpoint(every = 7) "
        + compiled
        + "every"
        + BODY
        + "@Checkpoint(memory = \"1KB\") "
        + compiled
        + "memory"
        + BODY
        + compiled
        + "growing"
        + WHILE
        + "@Checkpoint(every = 4) "
        + compiled
        + "growingEvery"
        + WHILE
        + "}\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"NATIVE", "JAVA"})
  void theGradientIsTheSameBitForBit(String target) throws Throwable {
    Generated flow = Generated.of(folder, "Flow", source(target));
    double[] x = {0.1, -0.5, 0.9};
    for (int steps : new int[] {-1, 0, 1, 6, 7, 8, 100}) {
      String whole = parts(flow.call(null, "wholeGradient", 1.3, x, steps));
      assertThat(parts(flow.call(null, "everyGradient", 1.3, x, steps))).isEqualTo(whole);
      assertThat(parts(flow.call(null, "memoryGradient", 1.3, x, steps))).isEqualTo(whole);
    }
    assertThat(parts(flow.call(null, "growingEveryGradient", 1.3, 0.7)))
        .isEqualTo(parts(flow.call(null, "growingGradient", 1.3, 0.7)));
  }

  private static String parts(Object record) throws ReflectiveOperationException {
    StringBuilder text = new StringBuilder();
    for (var component : record.getClass().getRecordComponents()) {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      Object part = accessor.invoke(record);
      text.append(part instanceof double[] array ? Arrays.toString(array) : part);
      text.append(' ');
    }
    return text.toString();
  }

  @Test
  void tapesHaveAnEntryForEachSegmentAndForEachStepOfOne() throws Exception {
    JavaProject project =
        Generated.project(folder, "Flow", source("NATIVE"), "-Acroton.dump=" + folder.resolve("d"));
    assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    String loops = Files.readString(folder.resolve("d/CompiledFlow.everyGradient.3-loops.txt"));
    String workspace = loops.lines().filter(x -> x.startsWith("workspace")).findFirst().get();
    assertThat(workspace)
        .contains("floordiv(8*floordiv(max(0, steps) + 6, 7)*n + 63, 64)")
        .contains("floordiv(56*n + 63, 64)")
        .doesNotContain("floordiv(8*max(0, steps)");
  }
}
