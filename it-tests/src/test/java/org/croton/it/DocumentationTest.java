package org.croton.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.croton.processor.report.Code;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation shows compiles, and what it lists is all there is. */
class DocumentationTest {
  /** The name of a class in a cell of a table. */
  private static final Pattern EXAMPLE = Pattern.compile("`([A-Z][A-Za-z]*)");

  private static final Path ROOT = Path.of(ReactorJars.required("croton.it.root")).normalize();
  private static final Path GUIDE = ROOT.resolve("docs/user-guide");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

  @TempDir Path folder;

  private static List<Path> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @TestFactory
  List<DynamicTest> snippetsCompile() throws IOException {
    List<Path> pages = new ArrayList<>(pages(GUIDE));
    pages.add(ROOT.resolve("README.md"));
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages) {
      Snippets snippets = Snippets.of(page);
      String name = page.getFileName().toString();
      if (!snippets.files().isEmpty()) {
        tests.add(DynamicTest.dynamicTest(name, () -> compiles(name, snippets.files())));
      }
      for (Snippets.Wrong wrong : snippets.wrong()) {
        tests.add(DynamicTest.dynamicTest(name + " " + wrong.id(), () -> isRefused(wrong)));
      }
    }
    return tests;
  }

  private void compiles(String page, Map<String, String> files) throws IOException {
    assertThat(errors(page, files)).isEmpty();
  }

  private void isRefused(Snippets.Wrong wrong) throws IOException {
    assertThat(errors("wrong", Map.of(wrong.className(), wrong.text())))
        .singleElement()
        .asString()
        .contains("[" + wrong.id() + "]");
  }

  /** Compiles files together and gives the errors. */
  private List<String> errors(String name, Map<String, String> files) throws IOException {
    DiagnosticCollector<JavaFileObject> log = new DiagnosticCollector<>();
    Path classes = Files.createDirectories(folder.resolve(name));
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Acroton.levels=v2",
            "-Acroton.cache=" + ReactorJars.OUTPUT.resolve("documentation-cache"));
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, log, options, null, sources(files));
    task.setProcessors(List.of(processor()));
    boolean done = task.call();
    List<String> errors =
        log.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .map(Diagnostic::toString)
            .toList();
    assertThat(done).isEqualTo(errors.isEmpty());
    return errors;
  }

  private static Processor processor() {
    return ServiceLoader.load(Processor.class).stream()
        .filter(provider -> provider.type().getName().startsWith("org.croton."))
        .map(ServiceLoader.Provider::get)
        .findFirst()
        .orElseThrow();
  }

  private static List<JavaFileObject> sources(Map<String, String> files) {
    List<JavaFileObject> sources = new ArrayList<>();
    files.forEach(
        (name, text) ->
            sources.add(
                new SimpleJavaFileObject(
                    URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                  @Override
                  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return text;
                  }
                }));
    return sources;
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    List<Path> pages = new ArrayList<>(pages(ROOT.resolve("docs")));
    pages.add(ROOT.resolve("README.md"));
    List<String> broken = new ArrayList<>();
    for (Path page : pages) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        String target = link.group(1);
        if (!target.contains(":") && !Files.exists(page.resolveSibling(target))) {
          broken.add(page.getFileName() + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyOptionIsDocumented() throws IOException {
    String page = Files.readString(GUIDE.resolve("options.md"));
    assertThat(processor().getSupportedOptions())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).contains("| `-A" + name));
  }

  @Test
  void everyDiagnosticIsDocumented() throws IOException {
    String page = Files.readString(GUIDE.resolve("errors.md"));
    assertThat(Arrays.stream(Code.values()).map(Code::id))
        .allSatisfy(id -> assertThat(page).contains("| `" + id + "` |"));
  }

  @Test
  void examplesOfTheReadmeHaveAMain() throws IOException {
    List<String> names =
        Files.readAllLines(ROOT.resolve("README.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\|", -1)[1])
            .flatMap(cell -> EXAMPLE.matcher(cell).results().map(found -> found.group(1)))
            .toList();
    assertThat(names)
        .contains("CharRnn", "Lorenz", "Squares")
        .allSatisfy(
            name ->
                assertThat(Class.forName("org.croton.examples." + name)).hasPublicMethods("main"));
  }
}
