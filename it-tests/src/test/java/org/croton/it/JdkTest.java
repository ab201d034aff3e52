package org.croton.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {
  @TempDir Path folder;

  @Test
  void currentIsTheOneThatRunsThis() throws IOException, InterruptedException {
    assertThat(Jdk.current().java(folder).with("-version").run().succeeded())
        .contains(Runtime.version().toString().split("\\+", 2)[0]);
    assertThat(Jdk.current().javac(folder).with("-version").run().succeeded())
        .startsWith("javac " + Runtime.version().feature());
  }

  @Test
  void noJdkIsFromTheFuture() throws IOException {
    assertThat(Jdk.another(1_000)).isEmpty();
  }

  @Test
  void joinsPathsAsJavaWantsThem() {
    assertThat(Jdk.path(List.of(Path.of("a"), Path.of("b"))))
        .isEqualTo("a" + File.pathSeparator + "b");
  }
}
