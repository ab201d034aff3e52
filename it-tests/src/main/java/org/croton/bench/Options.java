package org.croton.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param only the workloads to run, by the start of their names; empty means all
 * @param peers the peers to run, by name; empty means all
 * @param seconds how long each measurement is timed
 * @param rounds how often everything is measured, one after the other; 0 means once, and no table
 * @param beside commands that are run in each round and print measurements of their own
 * @param cases the folder with the public cases of derivatives; null if they are not to be run
 */
public record Options(
    List<String> only,
    List<String> peers,
    double seconds,
    int rounds,
    List<String> beside,
    @Nullable Path cases) {
  private static final double DEFAULT_SECONDS = 2;

  /**
   * Reads {@code --only A,B}, {@code --peer A,B}, {@code --budget SECONDS}, {@code --rounds N},
   * {@code --cases DIR} and any number of {@code --beside COMMAND}.
   *
   * @throws IllegalArgumentException on anything else
   */
  public static Options parse(String... arguments) {
    List<String> only = List.of();
    List<String> peers = List.of();
    double seconds = DEFAULT_SECONDS;
    int rounds = 0;
    List<String> beside = new ArrayList<>();
    Path cases = null;
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i];
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(name + " wants a value");
      }
      String value = arguments[i + 1];
      switch (name) {
        case "--only" -> only = List.of(value.split(",", -1));
        case "--peer" -> peers = List.of(value.split(",", -1));
        case "--budget" -> seconds = Double.parseDouble(value);
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--beside" -> beside.add(value);
        case "--cases" -> cases = Path.of(value);
        default ->
            throw new IllegalArgumentException(
                name + " is none of --only, --peer, --budget, --rounds, --beside, --cases");
      }
    }
    return new Options(only, peers, seconds, rounds, List.copyOf(beside), cases);
  }

  /** Whether {@code workload} is to be run by {@code peer}. */
  public boolean wants(String workload, String peer) {
    Predicate<String> starts = workload::startsWith;
    return (only.isEmpty() || only.stream().anyMatch(starts))
        && (peers.isEmpty() || peers.contains(peer));
  }

  /** Whether there may be something to run among the workloads whose names start so. */
  public boolean wantsSomeOf(String start) {
    return only.isEmpty()
        || only.stream().anyMatch(o -> o.startsWith(start) || start.startsWith(o));
  }
}
