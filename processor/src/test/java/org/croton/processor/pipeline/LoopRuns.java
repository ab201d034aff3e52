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

/**
 * Runs programs in all ways: the method as the JVM runs it, the generated Java, the reference
 * meaning of the graph, and C before and after rewriting give the same values; all gradients are
 * the same, and those of differences.
 */
final class LoopRuns {
  /**
   * @param body of a method of {@code double a}, {@code double[] x} and {@code int m}
   */
  record Program(String name, String body, Arguments arguments) {}

  private static final List<String> PLAIN = List.of("-O0", "-march=x86-64-v3", "-Wno-error");
  private static final List<String> SANITIZED =
      List.of(
          "-O0",
          "-march=x86-64-v3",
          "-fsanitize=address,undefined",
          "-fno-sanitize-recover",
          "-Wno-error");

  private final Path folder;
  private final List<Program> programs;

  private LoopRuns(Path folder, List<Program> programs) {
    this.folder = folder;
    this.programs = programs;
  }

  static void assertAllAgree(Path folder, List<Program> programs, boolean sanitized)
      throws Exception {
    new LoopRuns(folder, programs).assertAllAgree(sanitized);
  }

  /** The arguments of a program, and where it is moved to for differences. */
  record Arguments(double a, double[] x, int m) {
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

  private void assertAllAgree(boolean sanitized) throws Exception {
    StringBuilder source = new StringBuilder("public class Programs {\n");
    for (Program program : programs) {
      source
          .append(
              "@SuppressWarnings(\"unused\") @Compiled(target = Target.JAVA) @Gradient(disconnected = Disconnected.ZERO)\n")
          .append("public static double " + program.name())
          .append("(double a, @Dims(\"n\") double[] x, int m) {\n")
          .append(program.body())
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
    List<String> labels = new ArrayList<>();
    for (Program program : programs) {
      Arguments at = program.arguments();
      String name = program.name();
      String label = name + "\n" + program.body();
      double value = call(original, name, at);
      assertClose(call(compiled, name, at), value, 1e-13, label + "Java target");
      List<Literal> gradient = gradient(compiled, name, at);
      assertDifferences(original, name, at, gradient, label);
      Graph graph = graph(dump, name + "Gradient");
      assertSame(Interpreter.run(graph, at.literals(), at.sizes()), gradient, label + "meaning");
      Graph rewritten = Rewriter.standard().rewrite(graph, new Spans(), RewriteOptions.ALL).graph();
      kernels.add(CompiledGraph.of("g_" + name, graph, kernels.size() % 4 == 0));
      kernels.add(CompiledGraph.of("r_" + name, rewritten, true));
      for (String way : List.of("as written\n", "rewritten\n")) {
        arguments.add(at.literals());
        sizes.add(at.sizes());
        expected.add(gradient);
        labels.add(way + label);
      }
    }
    List<CProgram.Results> results =
        CProgram.compile(folder, kernels, sanitized ? SANITIZED : PLAIN).run(arguments, sizes);
    for (int i = 0; i < kernels.size(); i++) {
      assertThat(results.get(i).code()).as(labels.get(i)).isZero();
      assertSame(results.get(i).values(), expected.get(i), labels.get(i));
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
  private static List<Literal> gradient(Class<?> compiled, String name, Arguments at)
      throws Exception {
    Object record = invoke(compiled, name + "Gradient", at);
    List<Literal> parts = new ArrayList<>();
    for (String member : List.of("value", "a", "x")) {
      Object part = record.getClass().getMethod(member).invoke(record);
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
      Class<?> original, String name, Arguments at, List<Literal> gradient, String label)
      throws Exception {
    for (int i = 0; i <= at.x().length; i++) {
      double wide = difference(original, name, at, i, 1e-5);
      double narrow = difference(original, name, at, i, 3e-6);
      if (Math.abs(wide - narrow) < 1e-6 * (1 + Math.abs(wide))) {
        double found = i == 0 ? gradient.get(1).real(0) : gradient.get(2).real(i - 1);
        assertClose(found, narrow, 1e-5, label + "derivative " + i);
      }
    }
  }

  private static double difference(
      Class<?> original, String name, Arguments at, int component, double step) throws Exception {
    double ahead = call(original, name, at.moved(component, step));
    double behind = call(original, name, at.moved(component, -step));
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
