package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.plain.CountingEvaluator;
import com.example.plain.Model;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  @Test
  void withoutEvaluatorTheMessageNamesTheCompiledClass() {
    assertThat(ForkedJvm.run(Model.class).lines())
        .containsExactly(
            "map ran as plain Java, and there is no evaluator on the class path: call"
                + " CompiledModel instead of Model, or put croton-processor on the test class path",
            "add ran as plain Java, and there is no evaluator on the class path: annotate the method"
                + " of Model.Other with @Compiled and call CompiledModel_Other, or put"
                + " croton-processor on the test class path");
  }

  @Test
  void plainRunsCanBeDenied(@TempDir Path directory) throws IOException {
    assertThat(ForkedJvm.run(withEvaluator(directory), Model.class, "-Dcroton.plain=deny").lines())
        .first()
        .isEqualTo(
            "map ran as plain Java, which -Dcroton.plain=deny forbids:"
                + " call CompiledModel instead of Model");
  }

  @Test
  void theEvaluatorGetsNameAndArguments(@TempDir Path directory) throws IOException {
    assertThat(ForkedJvm.run(withEvaluator(directory), Model.class).lines())
        .containsExactly("map/2", "sum/1", "1", "add/2", "2");
  }

  @Test
  void aBrokenEvaluatorIsAClearError(@TempDir Path directory) throws IOException {
    assertThat(ForkedJvm.run(withService(directory, "no.such.Evaluator"), Model.class).lines())
        .first()
        .asString()
        .startsWith("the evaluator of plain Java runs cannot be loaded:")
        .contains("no.such.Evaluator");
  }

  private static String withEvaluator(Path directory) throws IOException {
    return withService(directory, CountingEvaluator.class.getName());
  }

  private static String withService(Path directory, String name) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(services.resolve(Evaluator.class.getName()), name + "\n");
    return directory + File.pathSeparator + System.getProperty("java.class.path");
  }
}
