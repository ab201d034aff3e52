package org.croton.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.croton.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharRnnTest {
  private static final int[][] X = {{0, 1}, {1, 2}, {2, 0}, {0, 1}};
  private static final int[][] Y = {{1, 2}, {2, 0}, {0, 1}, {1, 2}};

  @TempDir Path folder;

  @Test
  void learnsARound() {
    CharRnn model = new CompiledCharRnn(3, 8, 2, 1);
    float first = step(model);
    assertThat(first).isBetween(0.9f, 1.3f);
    for (int i = 0; i < 200; i++) {
      step(model);
    }
    assertThat(step(model)).isLessThan(0.05f);
    model.forget();
    try (Tensor last = Tensor.of(new int[] {0, 2});
        Tensor next = model.next(last, 1f)) {
      float[][] p = next.toFloats2();
      assertThat(p[0][1]).isGreaterThan(0.8f);
      assertThat(p[1][0]).isGreaterThan(0.8f);
    }
  }

  @Test
  void goesOnFromWhatWasSaved() throws Exception {
    CharRnn model = new CompiledCharRnn(3, 8, 2, 1);
    for (int i = 0; i < 5; i++) {
      step(model);
    }
    model.save(folder);
    CharRnn other = new CompiledCharRnn(3, 8, 2, 99);
    other.load(folder);
    model.forget();
    assertThat(step(other)).isEqualTo(step(model));
    assertThat(step(other)).isEqualTo(step(model));
  }

  @Test
  void saysThatThereIsNoSavedState() {
    assertThatThrownBy(() -> new CompiledCharRnn(3, 8, 2, 1).load(folder.resolve("none")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no saved state");
  }

  @Test
  void readsTheBookAndWrites() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    String[] arguments = {"--steps", "40", "--state", folder.resolve("state").toString()};
    ReadText.run(arguments, out);
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertThat(text).containsPattern("step 40 of 40 loss [23]\\.").containsPattern("us per step");
    assertThat(text.substring(text.indexOf("us per step"))).hasSizeGreaterThan(300);
    bytes.reset();
    ReadText.run(new String[] {"--steps", "1", arguments[2], arguments[3]}, out);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("goes on from the state");
  }

  private static float step(CharRnn model) {
    try (Tensor x = Tensor.of(X);
        Tensor y = Tensor.of(Y)) {
      return model.train(x, y, 0.02f);
    }
  }
}
