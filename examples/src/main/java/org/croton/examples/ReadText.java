package org.croton.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.croton.Tensor;
import org.croton.examples.data.Shipped;
import org.croton.examples.data.Text;

/**
 * Trains {@link CharRnn} on a text, and lets it write.
 *
 * <p>{@code CharRnn [--text FILE] [--steps N] [--temperature T] [--state DIR]}: without {@code
 * --text} the book that comes with the examples. With {@code --state} training starts from the
 * state in that folder, if there is one, and leaves its state there.
 */
public final class ReadText {
  private static final int HIDDEN = 128;
  private static final int LENGTH = 50;
  private static final int BATCH = 32;
  private static final int WRITTEN = 300;
  private static final double RATE = 0.003;
  private static final int SHOWN = 100;

  private Path text = Path.of("");
  private int steps = 2_000;
  private double temperature = 0.7;
  private Path state = Path.of("");

  private ReadText() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    run(arguments, System.out);
  }

  /** See the class; prints to {@code out}. */
  static void run(String[] arguments, PrintStream out) throws IOException {
    ReadText run = new ReadText();
    for (int i = 0; i < arguments.length; i += 2) {
      run.set(arguments[i], i + 1 < arguments.length ? arguments[i + 1] : "");
    }
    Path file = run.text.toString().isEmpty() ? Shipped.file("alice", "alice.txt") : run.text;
    run.train(Text.of(Files.readString(file)), out);
  }

  private void set(String option, String value) {
    switch (value.isEmpty() ? "" : option) {
      case "--text" -> text = Path.of(value);
      case "--steps" -> steps = Integer.parseInt(value);
      case "--temperature" -> temperature = Double.parseDouble(value);
      case "--state" -> state = Path.of(value);
      default ->
          throw new IllegalArgumentException(
              "usage: CharRnn [--text FILE] [--steps N] [--temperature T] [--state DIR]");
    }
  }

  /** Trains on {@code text}, a line of progress now and then, and prints what it writes. */
  private void train(Text text, PrintStream out) throws IOException {
    CharRnn model = new CompiledCharRnn(text.letters(), HIDDEN, BATCH, 1);
    boolean keep = !state.toString().isEmpty();
    if (keep && Files.isDirectory(state)) {
      model.load(state);
      out.println("goes on from the state in " + state);
    }
    int windows = text.windows(LENGTH, BATCH);
    double loss = 0;
    long nanos = 0;
    for (int step = 1; step <= steps; step++) {
      int window = (step - 1) % windows;
      if (window == 0) {
        model.forget();
      }
      try (Tensor x = Tensor.of(text.window(window, 0, LENGTH, BATCH));
          Tensor y = Tensor.of(text.window(window, 1, LENGTH, BATCH))) {
        long start = System.nanoTime();
        loss += model.train(x, y, (float) RATE);
        nanos += System.nanoTime() - start;
      }
      if (step % SHOWN == 0 || step == steps) {
        int since = step % SHOWN == 0 ? SHOWN : step % SHOWN;
        out.println(
            String.format(Locale.ROOT, "step %d of %d loss %.4f", step, steps, loss / since));
        loss = 0;
      }
    }
    out.println(String.format(Locale.ROOT, "%.0f us per step", nanos / 1e3 / Math.max(1, steps)));
    if (keep) {
      model.save(state);
    }
    out.println(write(model, text));
  }

  /** {@value #WRITTEN} letters, each drawn by the probabilities that the network gives. */
  private String write(CharRnn model, Text text) {
    Random random = new Random(1);
    List<Integer> written = new ArrayList<>();
    int[] letters = new int[BATCH];
    model.forget();
    for (int i = 0; i < WRITTEN; i++) {
      try (Tensor last = Tensor.of(letters);
          Tensor next = model.next(last, (float) temperature)) {
        float[] p = next.toFloats();
        double left = random.nextDouble();
        int letter = 0;
        while (letter < text.letters() - 1 && left >= p[letter]) {
          left -= p[letter];
          letter++;
        }
        letters[0] = letter;
        written.add(letter);
      }
    }
    return text.spell(written);
  }
}
