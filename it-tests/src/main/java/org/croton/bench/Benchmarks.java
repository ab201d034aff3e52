package org.croton.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.croton.DType;
import org.croton.bench.ad.Problem;
import org.croton.bench.ad.Problems;
import org.croton.bench.c.HandWrittenC;
import org.croton.bench.c.InC;
import org.croton.bench.ejml.EjmlMlp;
import org.croton.bench.kernels.CompiledFormula;
import org.croton.bench.kernels.CompiledModels;
import org.croton.bench.kernels.CompiledPaths;
import org.croton.bench.kernels.FirstResult;
import org.croton.bench.plain.PlainElementwise;
import org.croton.bench.plain.PlainLogreg;
import org.croton.bench.plain.PlainLorenz;
import org.croton.bench.plain.PlainMlp;
import org.croton.it.CommandLine;
import org.croton.it.Jdk;
import org.jspecify.annotations.Nullable;

/** Runs the benchmarks and prints one JSON line per measurement. */
public final class Benchmarks {
  private static final int[] LENGTHS = {1_000, 100_000, 10_000_000};
  private static final int SMALL = 8;
  private static final int CHECKED_STEPS = 10;
  private static final int COLD_STARTS = 20;
  private static final int BUILDS = 5;
  private static final int BUILDS_OF_BODIES = 3;
  private static final InC LORENZ =
      new InC(
          "lorenz",
          LorenzInputs.SIGMA,
          LorenzInputs.RHO,
          LorenzInputs.BETA,
          1,
          1,
          1,
          LorenzInputs.LONG,
          LorenzInputs.STEP);
  private static final String FLOAT = "float32";
  private static final String DOUBLE = "float64";
  private static final String CROTON = "croton";
  private static final String PLAIN = "plain-java-" + Runtime.version().feature();

  private final Options options;
  private final PrintStream out;
  private final Table table = new Table(CROTON);

  /** The last result, so that no call is left out as useless. */
  private @Nullable Object kept;

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
    for (int round = 0; round < Math.max(1, options.rounds()); round++) {
      round();
      options.beside().forEach(this::beside);
    }
    if (options.rounds() > 0) {
      out.println();
      out.print(table.toMarkdown());
    }
  }

  private void round() {
    models();
    elementwise();
    lorenz();
    derivatives();
    coldStart(PLAIN, Hello.class);
    coldStart(CROTON, FirstResult.class);
    buildTimes();
    sizes();
  }

  private void models() {
    train("logreg", PLAIN, FLOAT, PlainLogreg::new);
    train("logreg", CROTON, FLOAT, CompiledModels::logregF32);
    train("logreg", CROTON, DOUBLE, CompiledModels::logregF64);
    train("mlp", PLAIN, FLOAT, PlainMlp::new);
    train("mlp", "ejml", FLOAT, EjmlMlp::new);
    train("mlp", CROTON, FLOAT, CompiledModels::mlpF32);
    train("mlp", CROTON, DOUBLE, CompiledModels::mlpF64);
    train("lstm", CROTON, FLOAT, CompiledModels::lstmF32);
    train("lstm", CROTON, DOUBLE, CompiledModels::lstmF64);
  }

  private void elementwise() {
    for (int length : LENGTHS) {
      for (Elementwise formula : Elementwise.values()) {
        formula(formula, formula.workload(length), length);
      }
    }
    formula(Elementwise.A, "call-overhead", SMALL);
  }

  private void lorenz() {
    call("lorenz-1x10000", PLAIN, DOUBLE, () -> new PlainLorenz(true));
    call("lorenz-1x10000", CROTON, DOUBLE, CompiledPaths::path);
    inC("lorenz-1x10000", LORENZ);
    call("lorenz-1000x1000", PLAIN, DOUBLE, () -> new PlainLorenz(false));
    call("lorenz-1000x1000", CROTON, DOUBLE, CompiledPaths::ends);
    call("lorenz-height", CROTON, DOUBLE, CompiledPaths::height);
    call("lorenz-gradient", CROTON, DOUBLE, CompiledPaths::gradient);
  }

  private void formula(Elementwise formula, String workload, int length) {
    call(workload, PLAIN, DOUBLE, () -> new PlainElementwise(formula, length));
    call(workload, CROTON, DOUBLE, () -> new CompiledFormula(formula, DType.F64, length));
    call(workload, CROTON, FLOAT, () -> new CompiledFormula(formula, DType.F32, length));
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
    Timing timing = Timing.of(call, options.seconds());
    return measured
        .with(timing)
        .with("allocated_bytes", Allocation.bytesPerCall(call, timing.medianMicros()));
  }

  /** The public cases of derivatives. */
  private void derivatives() {
    Path cases = options.cases();
    if (cases == null || !options.wantsSomeOf("ad-")) {
      return;
    }
    try {
      for (Problem problem : Problems.in(cases)) {
        String name = problem.name();
        if (options.wants(name, CROTON)) {
          String faults = String.join("; ", problem.faults());
          derivative(name + "-objective", faults, () -> kept = problem.value().get());
          derivative(name + "-derivative", faults, () -> kept = problem.derivatives().get());
        }
        InC c = problem.c();
        if (c != null) {
          inC(name + "-objective", c);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a program in C makes of the same numbers. */
  private void inC(String workload, InC c) {
    if (!options.wants(workload, "c")) {
      return;
    }
    try {
      HandWrittenC.Result result = c.run(options.seconds());
      print(
          new Measurement(workload, "c", DOUBLE)
              .with("checksum", result.value())
              .with(result.timing()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running C", e);
    }
  }

  private void derivative(String workload, String faults, Runnable call) {
    print(timed(new Measurement(workload, CROTON, DOUBLE).with("faults", faults), call));
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

  /** A javac process with the processor: with empty caches, and again when nothing changed. */
  private void buildTimes() {
    for (String model : List.of("Mlp", "Lstm")) {
      Path source = BuildTime.source(model + "F32");
      for (boolean cold : new boolean[] {true, false}) {
        String state = cold ? "cold" : "unchanged";
        String workload = "build-" + model.toLowerCase(Locale.ROOT) + "-" + state;
        if (options.wants(workload, CROTON)) {
          Timing timing = BuildTime.of(source, cold, BUILDS);
          Measurement measured = new Measurement(workload, CROTON, FLOAT).with(timing);
          if (cold) {
            BuildTime.report(source).forEach(measured::with);
          }
          print(measured);
        }
      }
    }
    for (int statements : new int[] {10, 100, 1_000}) {
      buildTime("loop-" + statements, LongBodies.loop(statements, 1_000, false));
      buildTime("gradient-" + statements, LongBodies.loop(statements, 1_000, true));
      buildTime("tensors-" + statements, LongBodies.tensors(statements));
    }
    for (int trips : new int[] {10, 1_000_000}) {
      buildTime("trips-" + trips, LongBodies.loop(100, trips, true));
    }
  }

  private void buildTime(String what, String text) {
    if (options.wants("build-" + what, CROTON)) {
      Timing timing = BuildTime.of(LongBodies.NAME, text, BUILDS_OF_BODIES);
      print(new Measurement("build-" + what, CROTON, DOUBLE).with(timing));
    }
  }

  private void sizes() {
    if (options.wants("size", CROTON)) {
      Footprint.jars(System.getProperty("java.class.path"))
          .forEach(
              (jar, bytes) ->
                  print(new Measurement("size-" + jar, CROTON, "none").with("bytes", bytes)));
    }
  }

  /** Runs another program, which prints lines of the same form. */
  private void beside(String command) {
    List<String> words = List.of(command.split(" +"));
    CommandLine line =
        new CommandLine(Path.of("").toAbsolutePath(), Path.of(words.get(0)))
            .with(words.subList(1, words.size()).toArray());
    try {
      line.run().succeeded().lines().filter(each -> each.startsWith("{")).forEach(this::print);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command, e);
    }
  }

  private void print(String line) {
    print(Measurement.read(line));
  }

  private void print(Measurement measured) {
    table.add(measured);
    out.println(measured.toJson());
    out.flush();
  }
}
