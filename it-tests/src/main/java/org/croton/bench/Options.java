package org.croton.bench;

import java.util.List;
import java.util.function.Predicate;

/**
 * What the command line asks for.
 *
 * @param only the workloads to run, by the start of their names; empty means all
 * @param peers the peers to run, by name; empty means all
 * @param seconds how long each measurement is timed
 */
public record Options(List<String> only, List<String> peers, double seconds) {
  private static final double DEFAULT_SECONDS = 2;

  /**
   * Reads {@code --only A,B}, {@code --peer A,B} and {@code --budget SECONDS}.
   *
   * @throws IllegalArgumentException on anything else
   */
  public static Options parse(String... arguments) {
    Options options = new Options(List.of(), List.of(), DEFAULT_SECONDS);
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " wants a value");
      }
      options = options.with(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  /** Whether {@code workload} is to be run by {@code peer}. */
  public boolean wants(String workload, String peer) {
    Predicate<String> starts = workload::startsWith;
    return (only.isEmpty() || only.stream().anyMatch(starts))
        && (peers.isEmpty() || peers.contains(peer));
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--only" -> new Options(List.of(value.split(",", -1)), peers, seconds);
      case "--peer" -> new Options(only, List.of(value.split(",", -1)), seconds);
      case "--budget" -> new Options(only, peers, Double.parseDouble(value));
      default -> throw new IllegalArgumentException(name + " is none of --only, --peer, --budget");
    };
  }
}
