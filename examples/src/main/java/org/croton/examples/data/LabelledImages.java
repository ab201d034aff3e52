package org.croton.examples.data;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/** Images as rows of pixels, each with the number of its class. */
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

  /** The same images with every pixel multiplied by {@code factor}; this set stays as it is. */
  public LabelledImages scaled(float factor) {
    float[][] scaled = new float[size()][];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = pixels[i].clone();
      for (int j = 0; j < scaled[i].length; j++) {
        scaled[i][j] *= factor;
      }
    }
    return new LabelledImages(scaled, labels);
  }

  /** The same images in an order that {@code random} chooses; rows are shared, not copied. */
  public LabelledImages shuffled(Random random) {
    float[][] shuffled = pixels.clone();
    int[] theirs = labels.clone();
    for (int i = size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      float[] row = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = row;
      int label = theirs[i];
      theirs[i] = theirs[j];
      theirs[j] = label;
    }
    return new LabelledImages(shuffled, theirs);
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
