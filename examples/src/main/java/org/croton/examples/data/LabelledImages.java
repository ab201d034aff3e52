package org.croton.examples.data;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/** Images as rows of pixels in 0 to 1, each with the number of its class. */
public final class LabelledImages {
  private final float[][] pixels;
  private final int[] labels;

  /**
   * Takes one row of pixels and one label per image; the arrays are not copied.
   *
   * @throws IllegalArgumentException when there are not as many labels as rows
   */
  public LabelledImages(float[][] pixels, int[] labels) {
    if (pixels.length != labels.length) {
      throw new IllegalArgumentException(
          pixels.length + " images, but " + labels.length + " labels");
    }
    this.pixels = pixels;
    this.labels = labels;
  }

  /** How many images there are. */
  public int size() {
    return labels.length;
  }

  /** The pixels, one row per image; the array itself, not a copy. */
  public float[][] pixels() {
    return pixels;
  }

  /** The classes, one number per image; the array itself, not a copy. */
  public int[] labels() {
    return labels;
  }

  /**
   * The images {@code from} (included) to {@code to} (excluded); rows are shared, not copied.
   *
   * @throws IndexOutOfBoundsException when the range does not lie within this set
   */
  public LabelledImages range(int from, int to) {
    Objects.checkFromToIndex(from, to, size());
    return new LabelledImages(
        Arrays.copyOfRange(pixels, from, to), Arrays.copyOfRange(labels, from, to));
  }

  /** The images of {@code first}, labelled 0, and of {@code second}, labelled 1, in their order. */
  public LabelledImages ofTwoClasses(int first, int second) {
    int[] kept =
        IntStream.range(0, size()).filter(i -> labels[i] == first || labels[i] == second).toArray();
    float[][] keptPixels = new float[kept.length][];
    int[] keptLabels = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      keptPixels[i] = pixels[kept[i]];
      keptLabels[i] = labels[kept[i]] == first ? 0 : 1;
    }
    return new LabelledImages(keptPixels, keptLabels);
  }
}
