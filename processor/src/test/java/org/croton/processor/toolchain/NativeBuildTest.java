package org.croton.processor.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeBuildTest {
  private static final String SOURCE =
      "__attribute__((visibility(\"default\"))) int twice(int x) { return 2 * x; }\n";

  private static CCompiler compiler;

  @TempDir Path folder;

  @BeforeAll
  static void find() {
    try {
      compiler = new CompilerFinder(System.getenv()).find(null);
    } catch (ToolchainFailure failure) {
      assumeTrue(false, failure.getMessage());
    }
  }

  private static NativeBuild build(LibraryCache cache) {
    return new NativeBuild(compiler, cache, false);
  }

  private static List<Level> levels() {
    return Level.defaults(compiler.platform());
  }

  @Test
  void twoBuildsGiveTheSameBytes() {
    List<BuiltLibrary> first = build(LibraryCache.none()).build("twice", SOURCE, levels());
    List<BuiltLibrary> second = build(LibraryCache.none()).build("twice", SOURCE, levels());

    assertThat(first).hasSameSizeAs(levels());
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i).bytes()).isEqualTo(second.get(i).bytes()).isNotEmpty();
      assertThat(first.get(i).nanos()).isPositive();
    }
  }

  @Test
  void noPathOfTheMachineIsInTheLibrary() {
    byte[] bytes = build(LibraryCache.none()).build("twice", SOURCE, levels()).get(0).bytes();

    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain("croton-").doesNotContain(System.getProperty("user.dir"));
    assertThat(text).contains("twice");
  }

  @Test
  void aKnownBuildCostsNoCompiler() {
    LibraryCache cache = LibraryCache.in(folder.resolve("cache"));
    BuiltLibrary first = build(cache).build("twice", SOURCE, levels().subList(0, 1)).get(0);
    BuiltLibrary again = build(cache).build("twice", SOURCE, levels().subList(0, 1)).get(0);

    assertThat(again.nanos()).isZero();
    assertThat(again.bytes()).isEqualTo(first.bytes());
  }

  @Test
  void aDamagedEntryIsBuiltAnew() throws IOException {
    LibraryCache cache = LibraryCache.in(folder);
    BuiltLibrary first = build(cache).build("twice", SOURCE, levels().subList(0, 1)).get(0);
    try (Stream<Path> files = Files.list(folder)) {
      Path entry = files.findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(entry);
      bytes[bytes.length - 1] ^= 1;
      Files.write(entry, bytes);
    }

    BuiltLibrary again = build(cache).build("twice", SOURCE, levels().subList(0, 1)).get(0);

    assertThat(again.nanos()).isPositive();
    assertThat(again.bytes()).isEqualTo(first.bytes());
  }

  @Test
  void aCacheThatCannotBeWrittenIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no directory");

    List<BuiltLibrary> built =
        build(LibraryCache.in(file.resolve("cache"))).build("twice", SOURCE, levels());

    assertThat(built).hasSameSizeAs(levels());
    assertThat(file).hasContent("no directory");
  }

  @Test
  void namesTellSourceAndLevelApart() {
    NativeBuild build = build(LibraryCache.none());
    Level level = levels().get(0);

    String name = build.fileName("twice", SOURCE, level);

    assertThat(name).startsWith("libtwice-").endsWith("-" + level.suffix() + ".so");
    assertThat(build.fileName("twice", SOURCE + " ", level)).isNotEqualTo(name);
    assertThat(build.build("twice", SOURCE, List.of(level)).get(0).fileName()).isEqualTo(name);
    assertThatThrownBy(() -> build.fileName("../x", SOURCE, level))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRefusedSourceIsABugReport() {
    assertThatThrownBy(
            () -> build(LibraryCache.none()).build("bad", "int f( { return 1; }\n", levels()))
        .isInstanceOf(ToolchainFailure.class)
        .hasMessageContaining("bug of the generator")
        .hasMessageContaining("kernel.c:1")
        .hasMessageContaining(compiler.version());
  }

  @Test
  void readsLevels() {
    assertThat(Level.parse("v4, v2")).isEqualTo(Arrays.asList(Level.V2, Level.V4));
    assertThatThrownBy(() -> Level.parse("v5")).hasMessageContaining("unknown level \"v5\"");
    assertThatThrownBy(() -> Level.parse(" ")).hasMessageContaining("no level");
  }
}
