package org.croton.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's first class with a kernel, built the ways that users build. */
class FirstKernelTest {
  private static final String KERNEL =
      """
      import org.croton.Tensor;
      import org.croton.annotation.Compiled;
      import org.croton.annotation.F64;
      import org.croton.annotation.Target;

      public class FirstKernel {
        @Compiled
        public static @F64("n") Tensor f(@F64("n") Tensor a) {
          return a.add(a.pow(10));
        }

        public static void main(String[] args) {
          System.out.println(CompiledFirstKernel.f(Tensor.of(0.0, 1.0, 2.0)));
        }
      }
      """;
  private static final String RESULT = "[   0.    2. 1026.]" + System.lineSeparator();

  @TempDir Path folder;

  @Test
  void mavenBuildsAndJavaRunsIt() throws IOException, InterruptedException {
    UserProject project = project(Jdk.current());
    project.maven().succeeded();
    assertThat(project.java("FirstKernel", quiet()).succeeded()).isEqualTo(RESULT);
  }

  @Test
  void plainJavacBuildsAndJavaRunsIt() throws IOException, InterruptedException {
    UserProject project = project(Jdk.current());
    assertThat(project.javac("-Xlint:all", "-Werror").succeeded()).isEmpty();
    assertThat(project.java("FirstKernel", quiet()).succeeded()).isEqualTo(RESULT);
  }

  @Test
  void twoBuildsGiveTheSameBytes() throws IOException, InterruptedException {
    Map<String, String> first = built("one");
    assertThat(first).hasSizeGreaterThan(3).containsKey("CompiledFirstKernel.class");
    assertThat(built("two")).isEqualTo(first);
  }

  /** The files of a build in a folder of its own and with an empty cache, by their hashes. */
  private Map<String, String> built(String name) throws IOException, InterruptedException {
    UserProject project =
        new UserProject(Files.createDirectory(folder.resolve(name)), Jdk.current())
            .source("FirstKernel", KERNEL);
    project.javac().succeeded();
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(project.classes())) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        byte[] hash = sha256(Files.readAllBytes(file));
        files.put(project.classes().relativize(file).toString(), HexFormat.of().formatHex(hash));
      }
    }
    return files;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theReportHasTheTimesOfProcessorAndCCompiler() throws IOException, InterruptedException {
    String output = project(Jdk.current()).javac("-Acroton.report").succeeded();
    assertThat(output)
        .containsPattern("CompiledFirstKernel.f: processor .*[0-9] ms")
        .containsPattern("C compiler v2 .*[0-9] ms, [0-9]+ bytes");
  }

  @Test
  void withoutACCompilerThereIsOneClearError() throws IOException, InterruptedException {
    String output = project(Jdk.current()).withEmptyPath().javac().failed();
    assertThat(output).contains("[missing-c-compiler]", "gcc", "clang", "target = JAVA");
    assertThat(output.lines().filter(line -> line.contains("error:"))).hasSize(1);
    assertThat(output).endsWith("1 error" + System.lineSeparator());
  }

  @Test
  void withoutACCompilerTheJavaTargetRuns() throws IOException, InterruptedException {
    UserProject project =
        new UserProject(folder, Jdk.current())
            .source(
                "FirstKernel", KERNEL.replace("@Compiled\n", "@Compiled(target = Target.JAVA)\n"))
            .withEmptyPath();
    project.javac().succeeded();
    assertThat(project.java("FirstKernel").succeeded()).isEqualTo(RESULT);
  }

  @Test
  void anotherJdkBuildsAndRunsIt() throws IOException, InterruptedException {
    Optional<Jdk> another = Jdk.another(25);
    Assumptions.assumeTrue(
        another.isPresent(), "no JDK 25 or later in /usr/lib/jvm; name one with -Dcroton.it.jdk");
    UserProject project = project(another.orElseThrow());
    assertThat(project.javac("-Xlint:all", "-Werror").succeeded()).isEmpty();
    assertThat(project.java("FirstKernel", "--enable-native-access=ALL-UNNAMED").succeeded())
        .isEqualTo(RESULT);
  }

  private UserProject project(Jdk jdk) throws IOException {
    return new UserProject(folder, jdk).source("FirstKernel", KERNEL);
  }

  /** From JDK 24 on, native libraries want leave, or a warning is printed. */
  private static String[] quiet() {
    return Runtime.version().feature() < 24
        ? new String[0]
        : new String[] {"--enable-native-access=ALL-UNNAMED"};
  }
}
