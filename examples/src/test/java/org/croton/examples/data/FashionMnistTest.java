package org.croton.examples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionMnistTest {
  private static final String IMAGES = "-images-idx3-ubyte.gz";
  private static final String LABELS = "-labels-idx1-ubyte.gz";

  @TempDir Path folder;

  @Test
  void readsTheShippedImages() throws IOException {
    FashionMnist data = FashionMnist.shipped();
    assertThat(data.train().size()).isEqualTo(8_000);
    assertThat(data.test().size()).isEqualTo(2_000);
    assertThat(Arrays.copyOf(data.train().labels(), 12))
        .containsExactly(9, 2, 1, 1, 6, 1, 4, 6, 5, 7, 4, 5);
    int[] perClass = new int[FashionMnist.CLASSES];
    for (int label : data.test().labels()) {
      perClass[label]++;
    }
    assertThat(perClass).containsExactly(214, 224, 175, 173, 190, 193, 210, 208, 210, 203);
  }

  @Test
  void scalesPixelsToOne() throws IOException {
    float lowest = 1;
    float highest = 0;
    for (float[] image : FashionMnist.shipped().test().pixels()) {
      assertThat(image).hasSize(FashionMnist.PIXELS);
      for (float pixel : image) {
        lowest = Math.min(lowest, pixel);
        highest = Math.max(highest, pixel);
      }
    }
    assertThat(lowest).isEqualTo(0f);
    assertThat(highest).isEqualTo(1f);
  }

  @Test
  void readsTheFullSetFromItsFourFiles() throws IOException {
    write("train", 3, 28, 1, 2, 9);
    write("t10k", 1, 28, 4);
    FashionMnist data = FashionMnist.full(folder);
    assertThat(data.train().labels()).containsExactly(1, 2, 9);
    assertThat(data.test().labels()).containsExactly(4);
  }

  @Test
  void fullSetNamesTheMissingFile() throws IOException {
    write("t10k", 1, 28, 4);
    assertThatThrownBy(() -> FashionMnist.full(folder))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageStartingWith(folder.resolve("train" + IMAGES).toString());
  }

  @Test
  void refusesTooFewImagesToSplit() throws IOException {
    write("t10k", 1, 28, 4);
    assertThatThrownBy(() -> FashionMnist.shipped(folder))
        .hasMessage(folder + " has 1 images; the split trains on 8000");
  }

  @Test
  void refusesFilesThatDoNotBelongTogether() throws IOException {
    write("train", 2, 28, 1);
    write("t10k", 1, 27, 1);
    assertThatThrownBy(() -> FashionMnist.full(folder))
        .hasMessageContaining("[2, 28, 28] and ")
        .hasMessageEndingWith("[1] do not belong together");
  }

  @Test
  void refusesAClassThatDoesNotExist() throws IOException {
    write("train", 2, 28, 1, 10);
    assertThatThrownBy(() -> FashionMnist.full(folder)).hasMessageEndingWith("has class 10 at 1");
  }

  private void write(String prefix, int images, int side, int... labels) throws IOException {
    int[] pixels = new int[images * side * side];
    Files.write(
        folder.resolve(prefix + IMAGES),
        IdxFileTest.gzip(IdxFileTest.idx(0x0803, new int[] {images, side, side}, pixels)));
    Files.write(
        folder.resolve(prefix + LABELS),
        IdxFileTest.gzip(IdxFileTest.idx(0x0801, new int[] {labels.length}, labels)));
  }
}
