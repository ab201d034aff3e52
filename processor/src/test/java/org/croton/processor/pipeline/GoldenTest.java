package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The text of every stage of small programs is what it was. {@code -Dcroton.update=true} writes the
 * texts anew; the difference is then for the author of a change to read.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyStageIsAsItWas() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> programs =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.replace(".java", ""))
              .sorted()
              .toList();
      assertThat(programs).hasSizeGreaterThanOrEqualTo(20);
      return programs.stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }
  }

  private void check(String name) throws IOException {
    String found = stages(name);
    Path golden = FOLDER.resolve(name + ".txt");
    if (Boolean.getBoolean("croton.update")) {
      Files.writeString(golden, found);
    }
    assertThat(found).isEqualTo(Files.readString(golden));
  }

  private String stages(String name) throws IOException {
    Path dump = folder.resolve(name + "-dump");
    JavaProject project =
        Generated.project(
            Files.createDirectories(folder.resolve(name)),
            name,
            Files.readString(FOLDER.resolve(name + ".java")),
            "-Acroton.dump=" + dump);
    assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(dump)) {
      for (Path file : files.sorted().toList()) {
        boolean c = file.getFileName().toString().endsWith("-c.txt");
        String stage = Files.readString(file);
        text.append("=== ").append(file.getFileName()).append('\n');
        text.append(c ? kernels(stage) : stage).append('\n');
      }
    }
    return text.toString();
  }

  /** Without the library before the kernels, and what Java calls after them. */
  private static String kernels(String c) {
    int start = c.indexOf("static int32_t k0(");
    return c.substring(start, c.indexOf("#include", start));
  }
}
