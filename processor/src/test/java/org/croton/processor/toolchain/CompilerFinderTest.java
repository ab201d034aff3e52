package org.croton.processor.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerFinderTest {
  @TempDir Path folder;

  private String program(String name, String version) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(
        file,
        "#!/bin/sh\ncase \"$*\" in *--version) echo '"
            + version
            + "';; *-dumpmachine) echo x86_64-linux-gnu;; esac\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file.toString();
  }

  private CompilerFinder finder(String... environment) {
    return environment.length == 0
        ? new CompilerFinder(Map.of("PATH", folder.toString()))
        : new CompilerFinder(Map.of("PATH", folder.toString(), "CC", environment[0]));
  }

  private static void fails(Runnable call, String id, String... parts) {
    assertThatThrownBy(call::run)
        .asInstanceOf(type(ToolchainFailure.class))
        .satisfies(
            failure -> {
              assertThat(failure.id()).isEqualTo(id);
              assertThat(failure.getMessage()).contains(parts);
            });
  }

  @Test
  void prefersGccOnThePath() throws IOException {
    program("clang", "Debian clang version 14.0.6");
    String gcc = program("gcc", "gcc (Debian 12.2.0-14+deb12u1) 12.2.0");

    CCompiler found = finder().find(null);

    assertThat(found.command()).containsExactly(gcc);
    assertThat(found.version()).isEqualTo("gcc (Debian 12.2.0-14+deb12u1) 12.2.0");
    assertThat(found.platform()).hasToString("linux-x86_64");
  }

  @Test
  void passesOverAnOldOneOnThePath() throws IOException {
    program("gcc", "gcc (SUSE Linux) 7.5.0");
    String clang = program("clang", "clang version 15.0.7");

    assertThat(finder().find(null).command()).containsExactly(clang);
  }

  @Test
  void saysWhatIsTooOldIfThereIsNoOther() throws IOException {
    program("gcc", "gcc (SUSE Linux) 7.5.0");

    fails(() -> finder().find(null), "old-c-compiler", "7.5.0", "gcc 11");
  }

  @Test
  void saysThatThereIsNone() {
    fails(() -> finder().find(null), "missing-c-compiler", "neither gcc nor clang");
  }

  @Test
  void takesTheVariableWithItsArguments() throws IOException {
    String wrapper = program("ccache", "gcc (GCC) 13.1.0");

    CCompiler found = finder("ccache gcc").find(null);

    assertThat(found.command()).containsExactly(wrapper, "gcc");
  }

  @Test
  void theOptionWinsOverTheVariable() throws IOException {
    String mine = program("my cc", "clang version 17.0.1");

    assertThat(finder("nothing").find(mine).command()).containsExactly(mine);
  }

  @Test
  void namesTheOptionThatDoesNotWork() throws IOException {
    fails(() -> finder().find("/no/cc"), "missing-c-compiler", "-Acroton.cc=/no/cc", "\"/no/cc\"");
    program("gcc", "gcc (GCC) 13.1.0");
    fails(() -> finder().find("gcc;true"), "missing-c-compiler", "\"gcc;true\"");
    fails(() -> finder().find("gcc $(true)"), "missing-c-compiler", "no plain argument");
  }

  @Test
  void refusesOtherPrograms() throws IOException {
    program("tcc", "tcc version 0.9.27");

    fails(
        () -> finder("tcc").find(null),
        "missing-c-compiler",
        "neither gcc nor clang",
        "tcc version");
  }
}
