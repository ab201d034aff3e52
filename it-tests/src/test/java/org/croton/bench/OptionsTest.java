package org.croton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void wantsEverythingUnlessTold() {
    Options options = Options.parse();
    assertThat(options.wants("mlp", "croton")).isTrue();
    assertThat(options.seconds()).isEqualTo(2);
  }

  @Test
  void choosesByTheStartOfTheWorkloadAndByPeer() {
    Options options =
        Options.parse("--only", "logreg,elemwise-a", "--peer", "croton", "--budget", "0.5");
    assertThat(options.wants("elemwise-a-1000", "croton")).isTrue();
    assertThat(options.wants("elemwise-b-1000", "croton")).isFalse();
    assertThat(options.wants("logreg", "plain-java-17")).isFalse();
    assertThat(options.seconds()).isEqualTo(0.5);
  }

  @Test
  void keepsTheCommandsToRunBeside() {
    Options options =
        Options.parse("--rounds", "3", "--beside", "python3 a.py", "--beside", "python3 b.py x");
    assertThat(options.rounds()).isEqualTo(3);
    assertThat(options.beside()).containsExactly("python3 a.py", "python3 b.py x");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> Options.parse("--threads", "2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--threads is none of --only, --peer, --budget, --rounds, --beside, --cases");
    assertThatThrownBy(() -> Options.parse("--only"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--only wants a value");
  }
}
