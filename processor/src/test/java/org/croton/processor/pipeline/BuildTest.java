package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.croton.CrotonException;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
  private static final String TWICE =
      """
      public class Twice {
        @Compiled%s public static @F64("n") Tensor f(@F64("n") Tensor x) { return x.add(x); }
      }
      """;
  private static final String NATIVE = TWICE.formatted("");

  @TempDir Path folder;

  private Path output(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private static Map<String, byte[]> contents(Path output) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    for (String file : new JavaProject(output).files()) {
      if (!file.startsWith("cache")) {
        contents.put(file, Files.readAllBytes(output.resolve(file)));
      }
    }
    return contents;
  }

  @Test
  void twoBuildsGiveTheSameBytes() throws IOException {
    Path first = output("first");
    Path second = output("second");

    for (Path output : List.of(first, second)) {
      JavaProject project = Generated.project(output, "Twice", NATIVE, "-Acroton.levels=v2,v3");
      assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    }

    Map<String, byte[]> contents = contents(first);
    assertThat(contents.keySet())
        .hasSize(7)
        .contains("META-INF/croton/p.Twice.graph", "p/CompiledTwice.java")
        .anyMatch(file -> file.matches(".*/libp_CompiledTwice-[0-9a-f]{16}-v2\\.(so|dylib)"))
        .anyMatch(file -> file.matches(".*/libp_CompiledTwice-[0-9a-f]{16}-v3\\.(so|dylib)"));
    assertThat(contents(second)).containsExactlyEntriesOf(contents);
  }

  @Test
  void anUnchangedMethodIsNotCompiledAgain() throws IOException {
    JavaProject first = Generated.project(folder, "Twice", NATIVE, "-Acroton.report");
    assertThat(first.compile(new KernelProcessor())).isTrue();
    assertThat(first.messages())
        .contains("[report] CompiledTwice.f: processor ")
        .contains("[report] CompiledTwice: C compiler v2 ")
        .doesNotContain("unchanged");

    JavaProject again =
        Generated.project(folder, "Twice", "// a new line\n" + NATIVE, "-Acroton.report");
    again.compile(new KernelProcessor());
    assertThat(again.messages()).contains("C compiler v2 unchanged");
  }

  @Test
  void dropsLibrariesOfFormerBuilds() throws IOException {
    Generated.project(folder, "Twice", NATIVE).compile(new KernelProcessor());
    Generated.project(folder, "Twice", NATIVE.replace("x.add(x)", "x.mul(x)"))
        .compile(new KernelProcessor());

    assertThat(new JavaProject(folder).files().stream().filter(file -> file.contains("/lib")))
        .hasSize(1);
  }

  @Test
  void saysOnceThatThereIsNoCompiler() throws IOException {
    JavaProject project = Generated.project(folder, "Twice", NATIVE, "-Acroton.cc=/no/such/cc");

    assertThat(project.compile(new KernelProcessor())).isFalse();
    assertThat(project.messages().lines().filter(line -> line.contains("ERROR")))
        .singleElement()
        .asString()
        .contains("[missing-c-compiler] -Acroton.cc=/no/such/cc: there is no program");
    assertThat(project.messages()).contains("target = JAVA");
  }

  @Test
  void needsNoCompilerForJava() throws Throwable {
    Generated twice =
        Generated.of(
            folder, "Twice", TWICE.formatted("(target = Target.JAVA)"), "-Acroton.cc=/no/such/cc");

    assertThat(((Tensor) twice.call(null, "f", Tensor.of(1.0, 2.0))).toDoubles())
        .containsExactly(2, 4);
    assertThat(new JavaProject(folder).files()).noneMatch(file -> file.contains("/lib"));
  }

  @Test
  void writesNoLibraryAfterAnError() throws IOException {
    JavaProject project =
        Generated.project(folder, "Twice", NATIVE)
            .source(
                "p.Wrong",
                """
                package p;
                import org.croton.annotation.Compiled;
                class Wrong { @Compiled private static double f(double x) { return x; } }
                """);

    assertThat(project.compile(new KernelProcessor())).isFalse();
    assertThat(project.messages()).contains("[private-compiled]").doesNotContain("[bug]");
    assertThat(project.files()).noneMatch(file -> file.contains("/lib"));
  }

  @Test
  void namesAWrongOption() throws IOException {
    JavaProject project = Generated.project(folder, "Twice", NATIVE, "-Acroton.real=f16");

    assertThat(project.compile(new KernelProcessor())).isFalse();
    assertThat(project.messages())
        .contains("[wrong-option] -Acroton.real=f16: expected f32 or f64");
  }

  @Test
  void waitsForTypesThatOtherProcessorsMake() throws Throwable {
    JavaProject project =
        Generated.project(
            folder,
            "Late",
            """
            public class Late {
              @Compiled public static double f(double x) { return x * Factor.VALUE; }
            }
            """);

    boolean done =
        project.compile(
            new KernelProcessor(),
            new SourceProcessor(
                "p.Factor", "package p; class Factor { static final double VALUE = 3; }"));

    assertThat(done).as(project.messages()).isTrue();
    Class<?> late = Class.forName("p.CompiledLate", true, project.loader());
    assertThat(late.getMethod("f", double.class).invoke(null, 2.0)).isEqualTo(6.0);
  }

  @Test
  void reportsAMissingTypeInTheLastRound() throws IOException {
    JavaProject project =
        Generated.project(
            folder,
            "Late",
            """
            public class Late {
              @Compiled public static double f(double x) { return x * Factor.VALUE; }
            }
            """);

    assertThat(project.compile(new KernelProcessor())).isFalse();
    assertThat(project.messages()).contains("3:").contains("Factor");
  }

  @Test
  void provesDerivativesAndRewrites() throws Throwable {
    Generated cost =
        Generated.of(
            folder,
            "Cost",
            """
            public class Cost {
              @Compiled public static @F64("n") Tensor slope(@F64("n") Tensor x) {
                return grad(sum(log(exp(x).add(1))), x);
              }
              @Compiled @Gradient public static double loss(double[] x) {
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                  s += Math.sin(x[i]) * x[0];
                }
                return s;
              }
            }
            """,
            "-Acroton.verify=grad,rewrites");

    Tensor slope = (Tensor) cost.call(null, "slope", Tensor.of(0.0, 1000.0));
    assertThat(slope.toDoubles()).containsExactly(0.5, 1);
    Object gradient = cost.call(null, "lossGradient", new double[] {0, 1});
    assertThat(gradient.toString()).startsWith("LossGradient[value=0.0, x=");
  }

  @Test
  void dumpsTheStages() throws IOException {
    Path dump = folder.resolve("dump");
    Generated.project(folder, "Twice", NATIVE, "-Acroton.dump=" + dump)
        .compile(new KernelProcessor());

    assertThat(dump.resolve("CompiledTwice.f.1-graph.txt")).content().contains("add(x, x)");
    assertThat(dump.resolve("CompiledTwice.f.2-rewritten.txt")).exists();
    assertThat(dump.resolve("CompiledTwice.1-c.txt")).content().contains("static int32_t k0(");
  }

  @Test
  void everyUseSaysThatALibraryIsMissing() throws Throwable {
    Generated.project(folder, "Twice", NATIVE).compile(new KernelProcessor());
    for (String file : new JavaProject(folder).files()) {
      if (file.contains("/lib")) {
        Files.delete(folder.resolve(file));
      }
    }
    Class<?> twice = Class.forName("p.CompiledTwice", true, new JavaProject(folder).loader());

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> twice.getMethod("f", Tensor.class).invoke(null, Tensor.of(1.0)))
          .cause()
          .isInstanceOf(CrotonException.class)
          .hasMessageContaining("is missing from the class path");
    }
  }

  @Test
  void allocatesNothingIntoGivenTensors() throws Throwable {
    Generated allocation =
        Generated.of(
            folder,
            "Allocation",
            """
            public class Allocation {
              @F32("n") Tensor w = Tensor.zeros(DType.F32, 3);
              @Compiled public @F32("n") Tensor step(@F32("n") Tensor x, double rate) {
                w = w.add(x.mul(rate));
                return w;
              }
              public static long bytes() {
                CompiledAllocation object = new CompiledAllocation();
                Tensor x = Tensor.of(1f, 2f, 3f);
                Tensor out = Tensor.of(0f, 0f, 0f);
                var threads = (com.sun.management.ThreadMXBean)
                    java.lang.management.ManagementFactory.getThreadMXBean();
                long least = Long.MAX_VALUE;
                for (int turn = 0; turn < 20; turn++) {
                  long before = threads.getCurrentThreadAllocatedBytes();
                  for (int i = 0; i < 1000; i++) {
                    object.step(x, 0.5, out);
                  }
                  least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
                }
                return least;
              }
            }
            """);

    Object bytes = allocation.type().getSuperclass().getMethod("bytes").invoke(null);
    assertThat(bytes).isEqualTo(0L);
  }
}
