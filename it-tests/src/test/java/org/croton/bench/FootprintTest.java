package org.croton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootprintTest {
  @TempDir Path folder;

  @Test
  void weighsOurJarsOnly() throws IOException {
    Path ours = Files.write(folder.resolve("croton-x-1.jar"), new byte[12]);
    Path other = Files.write(folder.resolve("other.jar"), new byte[34]);
    assertThat(Footprint.jars(ours + File.pathSeparator + other + File.pathSeparator + folder))
        .isEqualTo(Map.of("croton-x-1.jar", 12L));
  }
}
