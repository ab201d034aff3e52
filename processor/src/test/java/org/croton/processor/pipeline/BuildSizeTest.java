package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build makes of a loop does not grow with its rounds, and evenly with its statements. */
class BuildSizeTest {
  private record Size(long graph, long c) {}

  @TempDir Path folder;

  @Test
  void roundsDoNotCount() throws IOException {
    Size few = size("Few", loop(40, "a = a * x + i;"));
    Size many = size("Many", loop(1_000_000, "a = a * x + i;"));
    assertThat(many).isEqualTo(few);
  }

  /** Few rounds of a long body are not unrolled either, unless only that gives it a meaning. */
  @Test
  void fewRoundsOfManyStatementsDoNotCount() throws IOException {
    String body =
        IntStream.range(0, 100).mapToObj(k -> "a = a * x + " + k + ";").reduce("", String::concat);
    assertThat(size("Ten", loop(10, body))).isEqualTo(size("Million", loop(1_000_000, body)));
    String growing =
        """
        public static Tensor f(@F64("n") Tensor x) {
          Tensor y = x;
          for (int i = 0; i < 4; i++) { y = concat(0, y, x); %s }
          return y;
        }
        """
            .formatted("y = y.add(1);".repeat(100));
    assertThat(size("Growing", growing).graph()).isGreaterThan(400);
  }

  @Test
  void statementsCountOnce() throws IOException {
    Size[] sizes = new Size[3];
    for (int i = 0; i < 3; i++) {
      int statements = 10 + 100 * i;
      String body =
          IntStream.range(0, statements)
              .mapToObj(k -> "a = a * x + " + k + "; if (a > " + k + ") a -= i;")
              .reduce("", String::concat);
      sizes[i] = size("Body" + statements, loop(1000, body));
    }
    assertThat(sizes[2].graph() - sizes[1].graph()).isEqualTo(sizes[1].graph() - sizes[0].graph());
    assertThat(sizes[2].c() - sizes[1].c()).isEqualTo(sizes[1].c() - sizes[0].c());
  }

  @Test
  void nestingAddsOnlyTheLoop() throws IOException {
    Size[] sizes = new Size[4];
    for (int depth = 1; depth <= 4; depth++) {
      String body = "a = a * x + i0;";
      for (int k = 0; k < depth; k++) {
        body = "for (int i" + k + " = 0; i" + k + " < n; i" + k + "++) { " + body + " }";
      }
      String method = "public static double f(double x, int n) { double a = 1; %s return a; }";
      sizes[depth - 1] = size("Nest" + depth, method.formatted(body));
    }
    assertThat(sizes[3].graph() - sizes[2].graph()).isEqualTo(sizes[2].graph() - sizes[1].graph());
  }

  private static String loop(int rounds, String body) {
    return """
    public static double f(double x) {
      double a = 1;
      for (int i = 0; i < %d; i++) { %s }
      return a;
    }
    """
        .formatted(rounds, body);
  }

  private Size size(String name, String method) throws IOException {
    Path dump = folder.resolve(name + "-dump");
    JavaProject project =
        Generated.project(
            Files.createDirectories(folder.resolve(name)),
            name,
            "public class " + name + " { @Compiled " + method + "}",
            "-Acroton.dump=" + dump);
    assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    return new Size(lines(dump, "1-graph.txt"), lines(dump, "-c.txt"));
  }

  private static long lines(Path dump, String end) throws IOException {
    try (Stream<Path> files = Files.list(dump)) {
      Path file = files.filter(f -> f.toString().endsWith(end)).findFirst().orElseThrow();
      return Files.readAllLines(file).size();
    }
  }
}
