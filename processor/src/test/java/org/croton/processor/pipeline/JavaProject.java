package org.croton.processor.pipeline;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A folder that sources are compiled into, by javac in this process, and classes are loaded from.
 */
final class JavaProject {
  private final Path output;
  private final List<String> options = new ArrayList<>();
  private String lint = "all,-processing";
  private final List<JavaFileObject> sources = new ArrayList<>();
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

  JavaProject(Path output) {
    this.output = output;
  }

  JavaProject source(String className, String text) {
    sources.add(
        new SimpleJavaFileObject(
            URI.create("string:///" + className.replace('.', '/') + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        });
    return this;
  }

  /** What javac warns of; all but unclaimed annotations unless said otherwise. */
  JavaProject lint(String warnings) {
    lint = warnings;
    return this;
  }

  JavaProject option(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Compiles with processors; true if there was no error. */
  boolean compile(Processor... processors) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
      List<String> all =
          new ArrayList<>(List.of("-proc:full", "-Xlint:" + lint, "--release", "17"));
      if (Runtime.version().feature() < 21) {
        all.remove(0);
      }
      all.addAll(options);
      JavaCompiler.CompilationTask task =
          javac.getTask(new StringWriter(), files, diagnostics, all, null, sources);
      task.setProcessors(List.of(processors));
      return task.call();
    }
  }

  /** What javac said, one message a line. */
  String messages() {
    return diagnostics.getDiagnostics().stream()
        .map(each -> each.getKind() + " " + position(each) + each.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  private static String position(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getLineNumber() < 0
        ? ""
        : diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber() + ": ";
  }

  /** A class loader of its own over what was compiled. */
  ClassLoader loader() throws MalformedURLException {
    return new URLClassLoader(
        new URL[] {output.toUri().toURL()}, JavaProject.class.getClassLoader());
  }

  /** Paths of all files that were written, from the root, in order. */
  List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(output)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> output.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
