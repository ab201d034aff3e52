package org.croton.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of output: what was measured, by whom, and the figures, as one JSON object in a fixed
 * order.
 */
public final class Measurement {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** A measurement of {@code workload} as {@code peer} computes it in {@code dtype}, one thread. */
  public Measurement(String workload, String peer, String dtype) {
    with("workload", workload).with("peer", peer).with("dtype", dtype).with("threads", 1);
  }

  private Measurement(Map<?, ?> line) {
    line.forEach((name, value) -> with(name.toString(), value));
  }

  /** What another program printed as a line of the same form. */
  public static Measurement read(String line) {
    return new Measurement(Json.object(line));
  }

  /** The figure or text under {@code name}, as text; empty if there is none. */
  public String text(String name) {
    return fields.getOrDefault(name, "").toString();
  }

  /** Adds a figure or a text under {@code name}. */
  public Measurement with(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  /** Adds the figures of {@code timing}. */
  public Measurement with(Timing timing) {
    return with("per_call_us_median", rounded(timing.medianMicros()))
        .with("per_call_us_min", rounded(timing.minMicros()))
        .with("reps", timing.calls());
  }

  /** The JSON object, on one line. NaN and infinities, which JSON lacks, are strings. */
  public String toJson() {
    return fields.entrySet().stream()
        .map(field -> quoted(field.getKey()) + ": " + value(field.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String value(Object value) {
    boolean finite =
        value instanceof Integer
            || value instanceof Long
            || (value instanceof Double number && Double.isFinite(number));
    return finite ? value.toString() : quoted(value.toString());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static double rounded(double micros) {
    return Math.round(micros * 1e4) / 1e4;
  }
}
