package org.croton.bench;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The times of several rounds as a Markdown table: ours in microseconds, those of each peer as a
 * multiple of ours. Of several rounds the one with the lowest median counts, because what else a
 * machine does can only add to it.
 */
final class Table {
  private final String ours;
  private final Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
  private final Set<String> peers = new LinkedHashSet<>();

  /** An empty table of times, relative to those of the peer {@code ours}. */
  Table(String ours) {
    this.ours = ours;
  }

  /** Takes note of a measurement, unless it is of something else than time. */
  void add(Measurement measured) {
    String median = measured.text("per_call_us_median");
    if (median.isEmpty() || median.equals("null")) {
      return;
    }
    String peer = measured.text("peer");
    if (!peer.equals(ours)) {
      peers.add(peer);
    }
    rows.computeIfAbsent(
            measured.text("workload") + " | " + measured.text("dtype"), row -> new TreeMap<>())
        .merge(peer, Double.valueOf(median), Math::min);
  }

  /**
   * A line for each workload of ours in each element type; who did not run it has an empty cell.
   */
  String toMarkdown() {
    StringBuilder text = new StringBuilder("| workload | dtype | " + ours + ", us |");
    peers.forEach(peer -> text.append(' ').append(peer).append(" |"));
    text.append("\n| --- | --- | --- |").append(" --- |".repeat(peers.size())).append('\n');
    rows.forEach(
        (row, times) -> {
          Double own = times.get(ours);
          if (own != null) {
            text.append("| ").append(row).append(" | ").append(digits(own)).append(" |");
            peers.forEach(peer -> text.append(ratio(times.get(peer), own)));
            text.append('\n');
          }
        });
    return text.toString();
  }

  private static String ratio(@Nullable Double theirs, double own) {
    return theirs == null ? " |" : String.format(Locale.ROOT, " %.2f |", theirs / own);
  }

  /** Four digits, or all that stand before the point. */
  private static String digits(double micros) {
    int before = 1 + (int) Math.floor(Math.log10(Math.max(1, micros)));
    return String.format(Locale.ROOT, "%." + Math.max(0, 4 - before) + "f", micros);
  }
}
