package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.croton.CrotonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeBytesTest {
  @Test
  void countsAndLimits() {
    NativeBytes bytes = new NativeBytes(1000, () -> {});
    bytes.reserve(600);
    bytes.reserve(400);
    assertThat(bytes.used()).isEqualTo(1000);
    assertThatThrownBy(() -> bytes.reserve(1))
        .isInstanceOf(CrotonException.class)
        .hasMessage(
            "out of native memory: asked 1 bytes, in use 1000, limit 1000"
                + " (-Dcroton.maxNativeBytes sets it); close tensors that are no longer needed");
    bytes.release(400);
    bytes.reserve(300);
    assertThat(bytes.used()).isEqualTo(900);
    assertThatThrownBy(() -> bytes.reserve(Long.MAX_VALUE)).isInstanceOf(CrotonException.class);
    assertThat(bytes.used()).isEqualTo(900);
  }

  @Test
  void makesRoomBeforeFailing() {
    NativeBytes[] self = new NativeBytes[1];
    AtomicInteger calls = new AtomicInteger();
    self[0] =
        new NativeBytes(
            100,
            () -> {
              calls.incrementAndGet();
              self[0].release(100);
            });
    self[0].reserve(100);
    assertThat(calls).hasValue(0);
    self[0].reserve(50);
    assertThat(calls).hasValue(1);
    assertThat(self[0].used()).isEqualTo(50);
  }

  @Test
  void readsSizes() {
    assertThat(NativeBytes.parse("1000")).isEqualTo(1000);
    assertThat(NativeBytes.parse("3k")).isEqualTo(3072);
    assertThat(NativeBytes.parse(" 2G ")).isEqualTo(2L << 30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "0", "-5", "1t", "99999999999999999999", "9999999999g"})
  void refusesOtherTexts(String text) {
    assertThatThrownBy(() -> NativeBytes.parse(text))
        .isInstanceOf(CrotonException.class)
        .hasMessageContaining("-Dcroton.maxNativeBytes=" + text);
  }

  @Test
  void readsTheMachinesMemory() {
    String text = "MemTotal:       24603112 kB\nMemFree:         1 kB\n";
    assertThat(NativeBytes.totalBytes(text)).isEqualTo(24603112L * 1024);
    assertThat(NativeBytes.totalBytes("")).isEqualTo(Long.MAX_VALUE);
    assertThat(NativeBytes.totalBytes("MemTotal: x kB")).isEqualTo(Long.MAX_VALUE);
  }
}
