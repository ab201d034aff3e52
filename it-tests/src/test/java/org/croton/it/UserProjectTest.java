package org.croton.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.croton.it.CommandLine.Finished;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program without kernels builds and runs: the scenarios stand on solid ground. */
class UserProjectTest {
  private static final String HELLO =
      """
      public class Hello {
        public static void main(String[] args) {
          System.out.println("hello from " + Runtime.version().feature());
        }
      }
      """;

  @TempDir Path folder;
  private UserProject project;

  @BeforeEach
  void write() throws IOException {
    project = new UserProject(folder, Jdk.current()).source("Hello", HELLO);
  }

  @Test
  void mavenBuildsIt() throws IOException, InterruptedException {
    project.maven().succeeded();
    assertThat(project.java("Hello").succeeded()).isEqualTo(greeting());
  }

  @Test
  void javacBuildsItWithoutAWord() throws IOException, InterruptedException {
    assertThat(project.javac("-Xlint:all", "-Werror").succeeded()).isEmpty();
    assertThat(project.java("Hello").succeeded()).isEqualTo(greeting());
  }

  @Test
  void emptyPathLeavesOnlyTheJdk() throws IOException, InterruptedException {
    project.withEmptyPath().javac().succeeded();
    assertThat(project.java("Hello").succeeded()).isEqualTo(greeting());
  }

  @Test
  void failuresComeBackWithTheirText() throws IOException, InterruptedException {
    Finished finished = project.source("Hello", "class Hello { int x = y; }").javac();
    assertThat(finished.failed()).contains("cannot find symbol", "1 error");
    assertThat(project.maven().failed()).contains("cannot find symbol");
  }

  @Test
  void nothingIsInstalledForTheUser() throws IOException, InterruptedException {
    Path installed = Path.of(ReactorJars.required("croton.it.cached"), "org", "croton");
    boolean before = Files.exists(installed);
    project.maven().succeeded();
    assertThat(Files.exists(installed)).isEqualTo(before);
  }

  private static String greeting() {
    return "hello from " + Runtime.version().feature() + System.lineSeparator();
  }
}
