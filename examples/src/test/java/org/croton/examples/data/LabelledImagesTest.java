package org.croton.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelledImagesTest {
  private final LabelledImages images =
      new LabelledImages(new float[][] {{0f}, {1f}, {2f}, {3f}}, new int[] {7, 3, 5, 7});

  @Test
  void takesARange() {
    LabelledImages middle = images.range(1, 3);
    assertThat(middle.labels()).containsExactly(3, 5);
    assertThat(middle.pixels()).isDeepEqualTo(new float[][] {{1f}, {2f}});
    assertThat(images.range(4, 4).size()).isZero();
  }

  @Test
  void refusesARangeOutside() {
    assertThatThrownBy(() -> images.range(3, 5)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void scalesACopy() {
    LabelledImages doubled = images.scaled(2);
    assertThat(doubled.pixels()).isDeepEqualTo(new float[][] {{0f}, {2f}, {4f}, {6f}});
    assertThat(doubled.labels()).containsExactly(7, 3, 5, 7);
    assertThat(images.pixels()[3]).containsExactly(3f);
  }

  @Test
  void shufflesImagesWithTheirLabels() {
    float[][] rows = new float[50][1];
    int[] labels = new int[50];
    for (int i = 0; i < 50; i++) {
      rows[i][0] = i;
      labels[i] = i;
    }
    LabelledImages shuffled = new LabelledImages(rows, labels).shuffled(new Random(1));
    assertThat(shuffled.labels()).isNotEqualTo(labels).containsExactlyInAnyOrder(labels);
    for (int i = 0; i < 50; i++) {
      assertThat(shuffled.pixels()[i][0]).isEqualTo(shuffled.labels()[i]);
    }
  }

  @Test
  void keepsTwoClassesAndNumbersThem() {
    LabelledImages two = images.ofTwoClasses(5, 7);
    assertThat(two.labels()).containsExactly(1, 0, 1);
    assertThat(two.pixels()).isDeepEqualTo(new float[][] {{0f}, {2f}, {3f}});
  }

  @Test
  void wantsALabelPerImage() {
    assertThatThrownBy(() -> new LabelledImages(new float[2][1], new int[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 images, but 3 labels");
  }
}
