package org.croton.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the order of the stages: a package imports only what stands on a lower level, neighbours
 * never import each other, and only the frontend and the pipeline know that there is a javac.
 */
class PackageDirectionTest {
  /** Low to high; packages on one line are neighbours. */
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("report"),
          Set.of("type"),
          Set.of("ir"),
          Set.of("loop", "rule"),
          Set.of("op"),
          Set.of("ops"),
          Set.of("surface"),
          Set.of("kernel"),
          Set.of(
              "frontend", "autodiff", "rewrite", "lower", "fuse", "codegen", "eval", "toolchain"),
          Set.of("plain", "pipeline"));

  private static final Set<String> KNOW_JAVAC = Set.of("frontend", "pipeline");
  private static final String ROOT = "org.croton.processor.";
  private static final Path SOURCES = Path.of("src/main/java/org/croton/processor");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?([\\w.]+)", Pattern.MULTILINE);

  @Test
  void packagesImportOnlyLowerLevels() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.getParent().equals(SOURCES))
              .toList();
      assertThat(sources).isNotEmpty();
      assertThat(sources.stream().flatMap(PackageDirectionTest::violations)).isEmpty();
    }
  }

  @Test
  void onlyTheRootsDescriptionStandsOutsideAStage() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactly("package-info.java");
    }
  }

  @Test
  void seesEachKindOfViolation() {
    assertThat(offence("ir", "org.croton.processor.op.OpDef"))
        .hasValue("ir may not import op: org.croton.processor.op.OpDef");
    assertThat(offence("rewrite", "org.croton.processor.lower.Order"))
        .hasValue("rewrite may not import lower: org.croton.processor.lower.Order");
    assertThat(offence("rule", "org.croton.processor.loop.Nest"))
        .hasValue("rule may not import loop: org.croton.processor.loop.Nest");
    assertThat(offence("ir", "org.croton.processor.attic.Old"))
        .hasValue("attic has no level: give it one here");
    assertThat(offence("attic", "java.util.List")).hasValue("attic has no level: give it one here");
    assertThat(offence("toolchain", "javax.annotation.processing.Filer"))
        .hasValue("toolchain may not know javac: javax.annotation.processing.Filer");
    assertThat(offence("codegen", "com.sun.source.tree.Tree"))
        .hasValue("codegen may not know javac: com.sun.source.tree.Tree");
    assertThat(offence("frontend", "com.sun.tools.javac.tree.JCTree"))
        .hasValue("frontend may not use javac's internals: com.sun.tools.javac.tree.JCTree");
    assertThat(offence("frontend", "com.sun.source.tree.Tree")).isEmpty();
    assertThat(offence("op", "org.croton.processor.ir.Node")).isEmpty();
    assertThat(offence("ops", "org.croton.processor.ops.elementwise.Exp")).isEmpty();
    assertThat(imports("package a;\n\nimport static b.C.d;\nimport e.f.G;\nimport h.*;\n"))
        .containsExactly("b.C.d", "e.f.G", "h.");
  }

  private static Stream<String> violations(Path file) {
    String stage = SOURCES.relativize(file).getName(0).toString();
    return imports(read(file)).stream()
        .flatMap(name -> offence(stage, name).stream())
        .map(offence -> SOURCES.relativize(file) + ": " + offence);
  }

  private static Optional<String> offence(String from, String imported) {
    if (level(from) < 0) {
      return Optional.of(from + " has no level: give it one here");
    }
    if (imported.startsWith("com.sun.tools.javac")) {
      return Optional.of(from + " may not use javac's internals: " + imported);
    }
    boolean javac =
        imported.startsWith("com.sun.source") || imported.startsWith("javax.annotation.processing");
    if (javac && !KNOW_JAVAC.contains(from)) {
      return Optional.of(from + " may not know javac: " + imported);
    }
    if (!imported.startsWith(ROOT)) {
      return Optional.empty();
    }
    String to = imported.substring(ROOT.length()).split("\\.", 2)[0];
    if (level(to) < 0) {
      return Optional.of(to + " has no level: give it one here");
    }
    return to.equals(from) || level(to) < level(from)
        ? Optional.empty()
        : Optional.of(from + " may not import " + to + ": " + imported);
  }

  private static int level(String stage) {
    return IntStream.range(0, LEVELS.size())
        .filter(level -> LEVELS.get(level).contains(stage))
        .findFirst()
        .orElse(-1);
  }

  private static List<String> imports(String source) {
    return IMPORT.matcher(source).results().map(found -> found.group(1)).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
