package org.croton.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.croton.bench.plain.PlainElementwise;
import org.croton.bench.plain.PlainLogreg;
import org.croton.bench.plain.PlainMlp;
import org.croton.it.Jdk;

/** Runs the benchmarks and prints one JSON line per measurement. */
public final class Benchmarks {
  private static final int[] LENGTHS = {1_000, 100_000, 10_000_000};
  private static final int CHECKED_STEPS = 10;
  private static final int COLD_STARTS = 20;
  private static final String PLAIN = "plain-java-" + Runtime.version().feature();

  private final Options options;
  private final PrintStream out;

  Benchmarks(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Runs what {@code arguments} ask for; see {@link Options#parse}. */
  public static void main(String... arguments) {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    new Benchmarks(options, System.out).run();
  }

  void run() {
    models();
    elementwise();
    coldStart(PLAIN, Hello.class);
    sizes();
  }

  private void models() {
    train("logreg", PLAIN, "float32", PlainLogreg::new);
    train("mlp", PLAIN, "float32", PlainMlp::new);
  }

  private void elementwise() {
    for (int length : LENGTHS) {
      for (Elementwise formula : Elementwise.values()) {
        call(
            formula.workload(length),
            PLAIN,
            "float64",
            () -> new PlainElementwise(formula, length));
      }
    }
  }

  /** The checksums are the cost that the tenth step returns, and the parameters after it. */
  private void train(String workload, String peer, String dtype, Supplier<Training> set) {
    if (!options.wants(workload, peer)) {
      return;
    }
    Training training = set.get();
    double cost = Double.NaN;
    for (int i = 0; i < CHECKED_STEPS; i++) {
      cost = training.step();
    }
    Measurement measured =
        new Measurement(workload, peer, dtype)
            .with("checksum", cost)
            .with("checksum2", training.parameterSum());
    print(timed(measured, training::step));
  }

  private void call(String workload, String peer, String dtype, Supplier<Subject> set) {
    if (!options.wants(workload, peer)) {
      return;
    }
    Subject subject = set.get();
    subject.call();
    Measurement measured =
        new Measurement(workload, peer, dtype).with("checksum", subject.checksum());
    print(timed(measured, subject::call));
  }

  private Measurement timed(Measurement measured, Runnable call) {
    measured.with(Timing.of(call, options.seconds()));
    return measured.with("allocated_bytes", Allocation.bytesPerCall(call));
  }

  /** From the start of the process to its exit. */
  private void coldStart(String peer, Class<?> main) {
    if (options.wants("coldstart", peer)) {
      ProcessTime.Start start =
          () ->
              Jdk.current()
                  .java(Path.of("").toAbsolutePath())
                  .with("-cp", System.getProperty("java.class.path"), main.getName());
      Timing timing = ProcessTime.of(COLD_STARTS, start);
      print(new Measurement("coldstart", peer, "none").with(timing));
    }
  }

  private void sizes() {
    if (options.wants("size", "croton")) {
      Footprint.jars(System.getProperty("java.class.path"))
          .forEach(
              (jar, bytes) ->
                  print(new Measurement("size-" + jar, "croton", "none").with("bytes", bytes)));
    }
  }

  private void print(Measurement measured) {
    out.println(measured.toJson());
    out.flush();
  }
}
