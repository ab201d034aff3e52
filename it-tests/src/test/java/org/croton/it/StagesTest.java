package org.croton.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the loops of a user's method are, as {@code -Acroton.dump} shows them. */
class StagesTest {
  private static final String IMPORTS =
      """
      import static org.croton.Ops.*;

      import org.croton.*;
      import org.croton.annotation.*;

      """;

  @TempDir Path folder;

  @Test
  void sixGradientsAtOnceOrOneByOneAreTheSameLoops() throws Exception {
    String text =
        IMPORTS
            + """
            public class SixWeights {
              @Compiled
              public static Tensor[] atOnce(@PARAMETERS@) {
                Tensor cost = cost(x, w1, w2, w3, w4, w5, w6, labels);
                return grad(cost, w1, w2, w3, w4, w5, w6);
              }

              @Compiled
              public static Tensor[] oneByOne(@PARAMETERS@) {
                Tensor cost = cost(x, w1, w2, w3, w4, w5, w6, labels);
                return new Tensor[] {
                  grad(cost, w1), grad(cost, w2), grad(cost, w3),
                  grad(cost, w4), grad(cost, w5), grad(cost, w6)
                };
              }

              static Tensor cost(Tensor x, Tensor w1, Tensor w2, Tensor w3, Tensor w4, Tensor w5,
                  Tensor w6, Tensor labels) {
                Tensor a = tanh(x.dot(w1));
                Tensor b = tanh(a.dot(w2));
                Tensor c = tanh(b.dot(w3));
                Tensor d = tanh(c.dot(w4));
                Tensor e = tanh(d.dot(w5));
                return mean(crossEntropy(e.dot(w6), labels));
              }
            }
            """
                .replace(
                    "@PARAMETERS@",
                    """
                    @F64("n, i") Tensor x, @F64("i, a") Tensor w1, @F64("a, b") Tensor w2,
                    @F64("b, c") Tensor w3, @F64("c, d") Tensor w4, @F64("d, e") Tensor w5,
                    @F64("e, k") Tensor w6, @I32("n") Tensor labels""");
    new UserProject(folder, Jdk.current())
        .source("SixWeights", text)
        .javac("-Acroton.dump=" + folder, "-Acroton.levels=v2")
        .succeeded();
    List<String> atOnce = nests("CompiledSixWeights.atOnce");
    assertThat(atOnce).hasSizeGreaterThan(6 + 5 + 6);
    assertThat(nests("CompiledSixWeights.oneByOne")).hasSameSizeAs(atOnce);
  }

  @Test
  void aStepOfLogisticRegressionReadsItsDataOnce() throws Exception {
    example("LogisticRegression")
        .javac("-Acroton.dump=" + folder, "-Acroton.levels=v2")
        .succeeded();
    List<String> readers =
        Pattern.compile("\\n(?! )")
            .splitAsStream(loops("CompiledLogisticRegression.train"))
            .filter(statement -> statement.contains("x["))
            .toList();
    assertThat(readers).hasSize(1);
    assertThat(readers.get(0)).startsWith("for ").contains("< rows in blocks").contains("this.w[");
  }

  /** Sets order their elements by hashes, which differ from one run of the compiler to the next. */
  @Test
  void theOrderOfSetsDoesNotShow() throws Exception {
    UserProject project = example("BlackScholes");
    Map<String, String> first = stages(project, "0");
    assertThat(first).containsKey("CompiledBlackScholes.downAndOutGradient.3-loops.txt");
    assertThat(stages(project, "1")).isEqualTo(first);
  }

  private UserProject example(String name) throws IOException {
    String source = "examples/src/main/java/org/croton/examples/" + name + ".java";
    Path file = Path.of(ReactorJars.required("croton.it.root")).resolve(source);
    return new UserProject(folder, Jdk.current())
        .source(name, Files.readString(file).replace("package org.croton.examples;", ""));
  }

  /** The texts of all stages, by name, of a build where objects get their hashes in another way. */
  private Map<String, String> stages(UserProject project, String hashes) throws Exception {
    Path dump = Files.createDirectory(folder.resolve("hashes" + hashes));
    project
        .javac(
            "-J-XX:+UnlockExperimentalVMOptions",
            "-J-XX:hashCode=" + hashes,
            "-Acroton.dump=" + dump,
            "-Acroton.levels=v2")
        .succeeded();
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(dump)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private String loops(String method) throws IOException {
    return Files.readString(folder.resolve(method + ".3-loops.txt"));
  }

  /** The loops and products that are in no other loop: the nests after fusion. */
  private List<String> nests(String method) throws IOException {
    return loops(method).lines().filter(line -> line.matches("(for|vector|multiply) .*")).toList();
  }
}
