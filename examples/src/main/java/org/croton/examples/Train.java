package org.croton.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.croton.Tensor;
import org.croton.examples.data.FashionMnist;
import org.croton.examples.data.LabelledImages;

/**
 * Trains a logistic regression and a network on pictures of clothes, and prints what they learned.
 *
 * <p>{@code Train [--data DIR] [--epochs N]}: without {@code --data} the pictures that come with
 * the examples, 8,000 to learn from and 2,000 to judge by; with it the full set in that directory.
 */
public final class Train {
  private static final int BATCH = 60;
  private static final int HIDDEN = 500;
  private static final int PULLOVER = 2;
  private static final int TROUSER = 1;

  // Chosen by four-fold cross-validation on the training set, never on the test set.
  static final int EPOCHS = 25;
  private static final float CONTRAST = 2;
  private static final double RATE = 0.05;
  private static final double DECAY = 0.9;

  private final PrintStream out;

  private Train(PrintStream out) {
    this.out = out;
  }

  /** See the class; exits with an explanation if the arguments or the data are no good. */
  public static void main(String[] args) throws IOException {
    FashionMnist images = null;
    int epochs = EPOCHS;
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 < args.length && args[i].equals("--data")) {
        images = FashionMnist.full(Path.of(args[i + 1]));
      } else if (i + 1 < args.length && args[i].equals("--epochs")) {
        epochs = Integer.parseInt(args[i + 1]);
      } else {
        throw new IllegalArgumentException("usage: Train [--data DIR] [--epochs N]");
      }
    }
    run(images == null ? FashionMnist.shipped() : images, epochs, System.out);
  }

  /** Trains both models and prints as it goes; gives the network's accuracy on unseen images. */
  public static double run(FashionMnist images, int epochs, PrintStream out) {
    Train train = new Train(out);
    train.logisticRegression(
        images.train().ofTwoClasses(TROUSER, PULLOVER),
        images.test().ofTwoClasses(TROUSER, PULLOVER));
    return train.network(images.train(), images.test(), epochs);
  }

  private void logisticRegression(LabelledImages train, LabelledImages test) {
    var model = new CompiledLogisticRegression(FashionMnist.PIXELS);
    int steps = 200;
    try (Tensor x = Tensor.of(train.pixels());
        Tensor y = floats(train.labels());
        Tensor unseen = Tensor.of(test.pixels())) {
      long start = System.nanoTime();
      for (int step = 1; step <= steps; step++) {
        LogisticRegression.Step result = model.train(x, y);
        if (step % 50 == 0) {
          print("logreg step %d loss %.4f", step, mean(result.loss().toFloats()));
        }
        result.prediction().close();
        result.loss().close();
      }
      double micros = (System.nanoTime() - start) / 1e3 / steps;
      float[] p = model.probability(unseen).toFloats();
      int right = 0;
      for (int i = 0; i < p.length; i++) {
        right += (p[i] > 0.5f ? 1 : 0) == test.labels()[i] ? 1 : 0;
      }
      print("logreg test accuracy %.3f", right / (double) p.length);
      print("logreg %.0f us per step of %d images", micros, train.size());
    }
  }

  private double network(LabelledImages train, LabelledImages test, int epochs) {
    var model = new CompiledMlp(FashionMnist.PIXELS, HIDDEN, FashionMnist.CLASSES, 1);
    Random random = new Random(1);
    int batches = train.size() / BATCH;
    LabelledImages images = train.scaled(CONTRAST);
    double rate = RATE;
    long nanos = 0;
    for (int epoch = 1; epoch <= epochs; epoch++) {
      images = images.shuffled(random);
      double cost = 0;
      for (int i = 0; i < batches; i++) {
        LabelledImages batch = images.range(i * BATCH, (i + 1) * BATCH);
        try (Tensor x = Tensor.of(batch.pixels());
            Tensor labels = Tensor.of(batch.labels())) {
          long start = System.nanoTime();
          cost += model.train(x, labels, (float) rate);
          nanos += System.nanoTime() - start;
        }
      }
      rate *= DECAY;
      print("mlp epoch %d of %d loss %.4f", epoch, epochs, cost / batches);
    }
    double accuracy = accuracy(model, test.scaled(CONTRAST));
    print("mlp test accuracy %.3f", accuracy);
    print("mlp %.0f us per step of %d images", nanos / 1e3 / epochs / batches, BATCH);
    return accuracy;
  }

  private static double accuracy(Mlp model, LabelledImages test) {
    try (Tensor x = Tensor.of(test.pixels());
        Tensor classes = model.classify(x)) {
      long[] found = classes.toLongs();
      int right = 0;
      for (int i = 0; i < found.length; i++) {
        right += found[i] == test.labels()[i] ? 1 : 0;
      }
      return right / (double) found.length;
    }
  }

  private static Tensor floats(int[] labels) {
    float[] values = new float[labels.length];
    for (int i = 0; i < labels.length; i++) {
      values[i] = labels[i];
    }
    return Tensor.of(values);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
