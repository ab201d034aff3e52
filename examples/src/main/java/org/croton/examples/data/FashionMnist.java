package org.croton.examples.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Fashion-MNIST: 28 x 28 grey images of ten kinds of clothing, split into a set to train on and one
 * to test on.
 *
 * <p>The files are those of Zalando Research's data set, gzipped IDX. The examples ship only the
 * 10,000-image pair.
 */
public final class FashionMnist {
  /** How many kinds of clothing there are. */
  public static final int CLASSES = 10;

  /** How many pixels an image has. */
  public static final int PIXELS = 28 * 28;

  private static final int TRAINED_OF_SHIPPED = 8_000;

  private final LabelledImages train;
  private final LabelledImages test;

  private FashionMnist(LabelledImages train, LabelledImages test) {
    this.train = train;
    this.test = test;
  }

  /**
   * Reads the shipped 10,000 images, the first 8,000 to train on and the last 2,000 to test on.
   *
   * @throws IOException when the shipped files cannot be found or read; the message says what was
   *     looked for
   */
  public static FashionMnist shipped() throws IOException {
    return shipped(Shipped.folder("fashion-mnist"));
  }

  /**
   * Reads the 10,000-image pair in {@code directory}, split like {@link #shipped()}.
   *
   * @throws IOException when a file is missing or damaged; the message names it
   */
  public static FashionMnist shipped(Path directory) throws IOException {
    LabelledImages all = read(directory, "t10k");
    if (all.size() <= TRAINED_OF_SHIPPED) {
      throw new IOException(
          directory + " has " + all.size() + " images; the split trains on " + TRAINED_OF_SHIPPED);
    }
    return new FashionMnist(
        all.range(0, TRAINED_OF_SHIPPED), all.range(TRAINED_OF_SHIPPED, all.size()));
  }

  /**
   * Reads the full set in {@code directory}: {@code train-*} to train on, {@code t10k-*} to test
   * on.
   *
   * @throws IOException when a file is missing or damaged; the message names it
   */
  public static FashionMnist full(Path directory) throws IOException {
    return new FashionMnist(read(directory, "train"), read(directory, "t10k"));
  }

  /** The images to train on. */
  public LabelledImages train() {
    return train;
  }

  /** The images to test on. */
  public LabelledImages test() {
    return test;
  }

  private static LabelledImages read(Path directory, String prefix) throws IOException {
    IdxFile images = IdxFile.read(directory.resolve(prefix + "-images-idx3-ubyte.gz"), 3);
    IdxFile labels = IdxFile.read(directory.resolve(prefix + "-labels-idx1-ubyte.gz"), 1);
    if (images.size(1) * images.size(2) != PIXELS || images.size(0) != labels.size(0)) {
      throw new IOException(images + " and " + labels + " do not belong together");
    }
    float[][] pixels = new float[images.size(0)][PIXELS];
    int[] classes = new int[images.size(0)];
    for (int i = 0; i < pixels.length; i++) {
      for (int j = 0; j < PIXELS; j++) {
        pixels[i][j] = images.at(i * PIXELS + j) / 255f;
      }
      classes[i] = labels.at(i);
      if (classes[i] >= CLASSES) {
        throw new IOException(labels + " has class " + classes[i] + " at " + i);
      }
    }
    return new LabelledImages(pixels, classes);
  }
}
