package org.croton.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.croton.processor.pipeline.KernelProcessor;
import org.croton.processor.report.Code;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file in the folder is wrong, and says on the line itself what is to be said about it: {@code
 * // error[id] col 12: text}. Nothing else may be said.
 */
class DiagnosticsTest {
  private static final Path FOLDER = Path.of("src/test/resources/diagnostics");

  private static final Pattern EXPECTATION =
      Pattern.compile(
          "(error|warning)\\[([a-z-]+)] col (\\d+): (.*?)(?= // (?:error|warning)\\[|$)");

  private static final Pattern MESSAGE = Pattern.compile("(?s)\\[([a-z-]+)] ([^\n]*).*");

  /** Codes that no single source file can provoke, and where they are tested. */
  private static final Set<Code> ELSEWHERE =
      Set.of(
          Code.NOT_JAVAC, // TreesAccessTest
          Code.MISSING_COMPILER,
          Code.OLD_COMPILER,
          Code.C_COMPILER_FAILED,
          Code.CANNOT_WRITE,
          Code.WRONG_OPTION,
          Code.WRONG_GRADIENT,
          Code.ORIGINAL_CALLED,
          Code.REPORT,
          Code.BUG);

  /** Type rules that the Java types of the public functions keep from ever being broken. */
  private static final Set<Code> BEHIND_JAVA =
      Set.of(
          Code.BAD_ARGUMENT,
          Code.MISSING_ARGUMENT,
          Code.NOT_A_DTYPE,
          Code.NOT_A_TENSOR,
          Code.UNKNOWN_OPERATION,
          Code.LOOP_CARRY);

  @TestFactory
  Stream<DynamicTest> saysWhatTheFileExpects() throws IOException {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  private static void check(Path file) throws IOException {
    JavaFileObject source = JavaFileObjects.forResource(file.toUri().toURL());
    List<String> expected = expected(file);
    assertThat(said(Sources.read(source).compilation())).containsExactlyElementsOf(expected);
    Compilation built =
        Compiler.javac()
            .withProcessors(new KernelProcessor())
            .withOptions("-Acroton.levels=v2")
            .compile(source);
    assertThat(said(built)).as("a whole build").containsExactlyElementsOf(expected);
  }

  private static List<String> said(Compilation compilation) {
    return compilation.diagnostics().stream().map(DiagnosticsTest::line).sorted().toList();
  }

  private static List<String> expected(Path file) throws IOException {
    List<String> expected = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = EXPECTATION.matcher(lines.get(i));
      while (matcher.find()) {
        expected.add(i + 1 + ":" + matcher.group());
      }
    }
    assertThat(expected).as("expectations in " + file).isNotEmpty();
    return expected.stream().sorted().toList();
  }

  private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
    Matcher message = MESSAGE.matcher(diagnostic.getMessage(Locale.ROOT));
    assertThat(message.matches()).as(diagnostic.toString()).isTrue();
    String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
    return diagnostic.getLineNumber()
        + ":"
        + kind
        + "["
        + message.group(1)
        + "] col "
        + diagnostic.getColumnNumber()
        + ": "
        + message.group(2);
  }

  @Test
  void everyCodeIsProvoked() throws IOException {
    Set<String> provoked = new TreeSet<>();
    for (Path file : files()) {
      for (String expectation : expected(file)) {
        provoked.add(expectation.replaceFirst(".*?\\[", "").replaceFirst("].*", ""));
      }
    }
    List<String> missing =
        Arrays.stream(Code.values())
            .filter(code -> !ELSEWHERE.contains(code) && !BEHIND_JAVA.contains(code))
            .map(Code::id)
            .filter(id -> !provoked.contains(id))
            .toList();
    assertThat(missing).isEmpty();
  }
}
