package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-arm64",
    "Linux, arm, linux-armhf",
    "Linux, ppc64le, linux-ppc64le",
    "Linux, riscv64, linux-riscv64",
    "Linux, i386, linux-x86",
    "Mac OS X, x86_64, macosx-x86_64",
    "Mac OS X, aarch64, macosx-arm64",
    "Windows Server 2022, amd64, windows-x86_64",
  })
  void spellsPlatformsAsJavaCppDoes(String os, String arch, String name) {
    assertThat(Platform.name(os, arch)).isEqualTo(name);
  }
}
