package org.croton.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.croton.CrotonException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CpuLevelTest {
  private static final String V2 = "fpu sse sse2 cx16 lahf_lm popcnt ssse3 sse4_1 sse4_2";
  private static final String V3 = V2 + " abm avx avx2 bmi1 bmi2 f16c fma movbe xsave";
  private static final String V4 = V3 + " avx512f avx512bw avx512cd avx512dq avx512vl";

  private static CpuLevel level(String flags) {
    return CpuLevel.of("processor\t: 0\nflags\t\t: " + flags + "\nbugs\t\t: none\n\nflags: x");
  }

  @AfterEach
  void clear() {
    System.clearProperty("croton.level");
  }

  @Test
  void readsTheFlags() {
    assertThat(level("fpu sse")).isEqualTo(CpuLevel.BASE);
    assertThat(level(V2)).isEqualTo(CpuLevel.V2);
    assertThat(level(V3)).isEqualTo(CpuLevel.V3);
    assertThat(level(V4)).isEqualTo(CpuLevel.V4);
    assertThat(level(V4.replace("avx2 ", ""))).isEqualTo(CpuLevel.V2);
    assertThat(CpuLevel.of("Features: fp asimd")).isEqualTo(CpuLevel.BASE);
    assertThat(CpuLevel.of("")).isEqualTo(CpuLevel.BASE);
  }

  @Test
  void thePropertyCanOnlyLowerIt() {
    System.setProperty("croton.level", "base");
    assertThat(CpuLevel.current()).isEqualTo(CpuLevel.BASE);
    System.setProperty("croton.level", "v9");
    assertThatThrownBy(CpuLevel::current)
        .isInstanceOf(CrotonException.class)
        .hasMessage("-Dcroton.level=v9 is none of base, v2, v3, v4");
    System.clearProperty("croton.level");
    CpuLevel own = CpuLevel.current();
    System.setProperty("croton.level", "v4");
    if (own == CpuLevel.V4) {
      assertThat(CpuLevel.current()).isEqualTo(CpuLevel.V4);
    } else {
      assertThatThrownBy(CpuLevel::current).hasMessageContaining("more than this processor has");
    }
  }
}
