package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalCallsTest {
  private static final String MODEL =
      """
      package p;
      import org.croton.annotation.*;
      public class Model {
        public double scale = 2;
        @Compiled(target = Target.JAVA) public double apply(double x) { return x * scale; }
        @Compiled(target = Target.JAVA) public static double twice(double x) { return Helper.half(x) * 4; }
      }
      """;
  private static final String HELPER =
      """
      package p;
      class Helper {
        static double half(double x) { return x / 2; }
        static double inlined(double x) { return Model.twice(x); }
      }
      """;
  private static final String USER =
      """
      package p;
      import org.croton.annotation.*;
      class User {
        @Compiled(target = Target.JAVA) static double all(double x) { return Helper.inlined(x) + Model.twice(x); }
        double slow() { return new Model().apply(1) + Model.twice(2); }
        double fast() { return new CompiledModel().apply(1) + CompiledModel.twice(2); }
      }
      """;

  @TempDir Path folder;

  @Test
  void callsOutsideTestsAreNoted() throws IOException {
    assertThat(said("p.User", USER))
        .containsExactly(
            "NOTE 5:26: [original-called] this Model runs as plain Java; new CompiledModel(...) does"
                + " not",
            "NOTE 5:60: [original-called] twice of Model runs as plain Java; CompiledModel.twice does"
                + " not");
  }

  @Test
  void testsMayCallThem() throws IOException {
    assertThat(said("p.UserTest", USER.replace("class User", "class UserTest"))).isEmpty();
  }

  /** What an earlier build left is on the class path; javac 17 could fail on its records. */
  @Test
  void buildsAgainBesideItsOwnClasses() throws IOException {
    String text =
        """
        package p;
        import org.croton.annotation.*;
        class Cube {
          @Compiled(target = Target.JAVA) @Gradient static double cube(double x) { return x * x * x; }
          static double slope() { return CompiledCube.cubeGradient(2).x(); }
          static double slopeOf(double x) {
            CompiledCube.CubeGradient both = CompiledCube.cubeGradient(x);
            return both.x();
          }
        }
        """;
    String path = folder + File.pathSeparator + System.getProperty("java.class.path");
    for (int i = 0; i < 2; i++) {
      JavaProject project = new JavaProject(folder).option("-cp", path).source("p.Cube", text);
      assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    }
  }

  private String[] said(String name, String text) throws IOException {
    JavaProject project =
        new JavaProject(folder)
            .option("-Werror")
            .source("p.Model", MODEL)
            .source("p.Helper", HELPER)
            .source(name, text);
    assertThat(project.compile(new KernelProcessor())).as(project.messages()).isTrue();
    return project.messages().lines().toArray(String[]::new);
  }
}
