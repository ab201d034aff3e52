package org.croton.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeTest {
  private static final Pattern MISMATCH = Pattern.compile("new TypeMismatch\\(\\s*\"([a-z-]+)\"");

  @Test
  void idsAreUnique() {
    List<String> ids = Arrays.stream(Code.values()).map(Code::id).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
  }

  @Test
  void fillsTemplates() {
    assertThat(Code.INCOMPATIBLE_TYPES.text("double", "int"))
        .isEqualTo("found double, but int is expected");
    assertThat(Code.SHAPE_MISMATCH.text("a {1} b")).isEqualTo("a {1} b");
  }

  @Test
  void everyMismatchThatTypeRulesThrowHasACode() throws IOException {
    Set<String> thrown = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = MISMATCH.matcher(Files.readString(file));
        while (matcher.find()) {
          thrown.add(matcher.group(1));
        }
      }
    }
    assertThat(thrown).isNotEmpty();
    assertThat(Arrays.stream(Code.values()).map(Code::id).collect(Collectors.toSet()))
        .containsAll(thrown);
  }
}
