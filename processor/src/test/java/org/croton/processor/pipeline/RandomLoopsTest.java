package org.croton.processor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.croton.DType;
import org.croton.processor.eval.Interpreter;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.GraphParser;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Spans;
import org.croton.processor.ops.CatalogVocabulary;
import org.croton.processor.rewrite.RewriteOptions;
import org.croton.processor.rewrite.Rewriter;
import org.croton.processor.testing.CProgram;
import org.croton.processor.testing.CompiledGraph;
import org.croton.processor.testing.RandomPrograms;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random programs with loops: the method as the JVM runs it, the generated Java, the reference
 * meaning of the graph, and C before and after rewriting give the same values; all gradients are
 * the same, and those of differences.
 */
class RandomLoopsTest {
  private static final int AT_ONCE = 50;
  private static final boolean MANY = "true".equals(System.getenv("CI"));
  private static final List<String> PLAIN = List.of("-O0", "-march=x86-64-v3", "-Wno-error");
  private static final List<String> SANITIZED =
      List.of(
          "-O0",
          "-march=x86-64-v3",
          "-fsanitize=address,undefined",
          "-fno-sanitize-recover",
          "-Wno-error");

  @TempDir Path folder;

  static List<Integer> batches() {
    List<Integer> batches = new ArrayList<>();
    for (int i = 0; i < (MANY ? 2000 : 100) / AT_ONCE; i++) {
      batches.add(i);
    }
    return batches;
  }

  /** The arguments of a program, and where it is moved to for differences. */
  private record Arguments(double a, double[] x, int m) {
    static Arguments of(long seed) {
      Random random = new Random(~seed);
      double[] x = random.doubles(1 + random.nextInt(5), -1, 1).toArray();
      return new Arguments(random.nextDouble(), x, random.nextInt(6) - 1);
    }

    Arguments moved(int component, double by) {
      double[] y = x.clone();
      if (component > 0) {
        y[component - 1] += by;
      }
      return new Arguments(component == 0 ? a + by : a, y, m);
    }

    List<Literal> literals() {
      return List.of(
          Literal.scalar(DType.F64, a),
          Literal.reals(DType.F64, new int[] {x.length}, x),
          Literal.scalar(DType.I32, (long) m));
    }

    Map<String, Integer> sizes() {
      return Map.of("n", x.length, "m", m);
    }
  }

  @ParameterizedTest
  @MethodSource("batches")
  void allWaysToRunAgree(int batch) throws Exception {
    StringBuilder source = new StringBuilder("public class Programs {\n");
    long first = (long) batch * AT_ONCE;
    for (long seed = first; seed < first + AT_ONCE; seed++) {
      source
          .append(
              "@SuppressWarnings(\"unused\") @Compiled(target = Target.JAVA) @Gradient(disconnected = Disconnected.ZERO)\n")
          .append("public static double f" + seed)
          .append("(double a, @Dims(\"n\") double[] x, int m) {\n")
          .append(RandomPrograms.body(seed))
          .append("}\n");
    }
    Path dump = folder.resolve("dump");
    JavaProject project =
        Generated.project(folder, "Programs", source + "}\n", "-Acroton.dump=" + dump);
    assertThat(project.compile(new KernelProcessor())).as(project.messages() + source).isTrue();
    ClassLoader loader = project.loader();
    Class<?> original = Class.forName("p.Programs", true, loader);
    Class<?> compiled = Class.forName("p.CompiledPrograms", true, loader);
    List<CompiledGraph> kernels = new ArrayList<>();
    List<List<Literal>> arguments = new ArrayList<>();
    List<Map<String, Integer>> sizes = new ArrayList<>();
    List<List<Literal>> expected = new ArrayList<>();
    for (long seed = first; seed < first + AT_ONCE; seed++) {
      Arguments at = Arguments.of(seed);
      String label = "seed " + seed + "\n" + RandomPrograms.body(seed);
      double value = call(original, "f" + seed, at);
      assertClose(call(compiled, "f" + seed, at), value, 1e-13, label + "Java target");
      List<Literal> gradient = gradient(compiled, seed, at);
      assertDifferences(original, seed, at, gradient, label);
      Graph graph = graph(dump, "f" + seed + "Gradient");
      assertSame(Interpreter.run(graph, at.literals(), at.sizes()), gradient, label + "meaning");
      Graph rewritten = Rewriter.standard().rewrite(graph, new Spans(), RewriteOptions.ALL).graph();
      kernels.add(CompiledGraph.of("g" + seed, graph, seed % 2 == 0));
      kernels.add(CompiledGraph.of("r" + seed, rewritten, true));
      for (int i = 0; i < 2; i++) {
        arguments.add(at.literals());
        sizes.add(at.sizes());
        expected.add(gradient);
      }
    }
    boolean sanitized = batch % (MANY ? 7 : 2) == 0;
    List<CProgram.Results> results =
        CProgram.compile(folder, kernels, sanitized ? SANITIZED : PLAIN).run(arguments, sizes);
    for (int i = 0; i < kernels.size(); i++) {
      String name = kernels.get(i).function().name();
      String label = name + "\n" + RandomPrograms.body(Long.parseLong(name.substring(1)));
      assertThat(results.get(i).code()).as(label).isZero();
      assertSame(results.get(i).values(), expected.get(i), label);
    }
  }

  private static double call(Class<?> type, String name, Arguments at) throws Exception {
    return (double) invoke(type, name, at);
  }

  private static Object invoke(Class<?> type, String name, Arguments at) throws Exception {
    Method method = type.getMethod(name, double.class, double[].class, int.class);
    try {
      return method.invoke(null, at.a(), at.x().clone(), at.m());
    } catch (InvocationTargetException e) {
      throw new AssertionError(name, e.getCause());
    }
  }

  /** The value, and the derivatives by a and x. */
  private static List<Literal> gradient(Class<?> compiled, long seed, Arguments at)
      throws Exception {
    Object record = invoke(compiled, "f" + seed + "Gradient", at);
    List<Literal> parts = new ArrayList<>();
    for (String name : List.of("value", "a", "x")) {
      Object part = record.getClass().getMethod(name).invoke(record);
      parts.add(
          part instanceof double[] array
              ? Literal.reals(DType.F64, new int[] {array.length}, array)
              : Literal.scalar(DType.F64, (double) part));
    }
    return parts;
  }

  private static Graph graph(Path dump, String method) throws IOException {
    String text = Files.readString(dump.resolve("CompiledPrograms." + method + ".1-graph.txt"));
    return GraphParser.parse(text, new CatalogVocabulary(), new GraphBuilder());
  }

  /** Differences with two steps: where they differ from each other, a kink is near. */
  private static void assertDifferences(
      Class<?> original, long seed, Arguments at, List<Literal> gradient, String label)
      throws Exception {
    for (int i = 0; i <= at.x().length; i++) {
      double wide = difference(original, seed, at, i, 1e-5);
      double narrow = difference(original, seed, at, i, 3e-6);
      if (Math.abs(wide - narrow) < 1e-6 * (1 + Math.abs(wide))) {
        double found = i == 0 ? gradient.get(1).real(0) : gradient.get(2).real(i - 1);
        assertClose(found, narrow, 1e-5, label + "derivative " + i);
      }
    }
  }

  private static double difference(
      Class<?> original, long seed, Arguments at, int component, double step) throws Exception {
    double ahead = call(original, "f" + seed, at.moved(component, step));
    double behind = call(original, "f" + seed, at.moved(component, -step));
    return (ahead - behind) / (2 * step);
  }

  private static void assertSame(List<Literal> found, List<Literal> expected, String label) {
    for (int k = 0; k < expected.size(); k++) {
      for (int i = 0; i < expected.get(k).count(); i++) {
        String place = label + "output " + k + "[" + i + "]";
        assertClose(found.get(k).real(i), expected.get(k).real(i), 1e-10, place);
      }
    }
  }

  private static void assertClose(double found, double expected, double tolerance, String label) {
    assertThat(Math.abs(found - expected))
        .as("%s: %s, not %s", label, found, expected)
        .isLessThanOrEqualTo(tolerance * (1 + Math.abs(expected)));
  }
}
