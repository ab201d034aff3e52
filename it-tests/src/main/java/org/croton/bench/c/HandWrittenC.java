package org.croton.bench.c;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.croton.bench.Timing;
import org.croton.it.CommandLine;

/** Programs in C that compute one number from many, compiled by {@code gcc -O3 -march=native}. */
public final class HandWrittenC {
  private HandWrittenC() {}

  /** What a program found, and how long a call took it. */
  public record Result(double value, Timing timing) {}

  /**
   * Compiles {@code program} and runs it on {@code input}, in a process of its own, for {@code
   * seconds}.
   *
   * @throws IOException when there is no gcc or a file cannot be written
   */
  public static Result run(String program, double[] input, double seconds)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("croton-c");
    try {
      Path compiled = folder.resolve(program);
      new CommandLine(folder, Path.of("gcc"))
          .with("-O3", "-march=native", "-o", compiled)
          .with(copy(folder, "bench.c"), copy(folder, program + ".c"), "-lm")
          .run()
          .succeeded();
      ByteBuffer bytes =
          ByteBuffer.allocate(Double.BYTES * input.length).order(ByteOrder.nativeOrder());
      bytes.asDoubleBuffer().put(input);
      Path file = Files.write(folder.resolve("input"), bytes.array());
      return result(new CommandLine(folder, compiled).with(file, seconds).run().succeeded());
    } finally {
      delete(folder);
    }
  }

  private static Result result(String line) {
    String[] words = line.strip().split(" ", -1);
    Timing timing =
        new Timing(
            Double.parseDouble(words[1]), Double.parseDouble(words[2]), Long.parseLong(words[3]));
    return new Result(Double.parseDouble(words[0]), timing);
  }

  private static Path copy(Path folder, String resource) throws IOException {
    try (InputStream in = HandWrittenC.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no resource " + resource);
      }
      return Files.write(folder.resolve(resource), in.readAllBytes());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
