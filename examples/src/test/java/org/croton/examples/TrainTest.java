package org.croton.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.croton.examples.data.FashionMnist;
import org.junit.jupiter.api.Test;

/** Both models learn from the shipped images, and say so. */
class TrainTest {
  @Test
  void bothModelsLearn() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    double accuracy = Train.run(FashionMnist.shipped(), Train.EPOCHS, out);
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertThat(accuracy).isGreaterThanOrEqualTo(0.85);
    assertThat(text).contains("mlp epoch 25 of 25 loss").containsPattern("mlp test accuracy 0\\.8");
    assertThat(text).containsPattern("logreg test accuracy 0\\.9");
  }
}
