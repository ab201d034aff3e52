package org.croton.bench.ad;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.croton.bench.Json;

/** Named numbers and arrays of one file, plain or gzipped. */
final class Values {
  private final Map<?, ?> map;

  private Values(Map<?, ?> map) {
    this.map = map;
  }

  /** The file {@code name} in {@code folder}, or the one with {@code .gz} after its name. */
  static Values read(Path folder, String name) throws IOException {
    Path plain = folder.resolve(name);
    if (Files.exists(plain)) {
      return new Values(Json.object(Files.readString(plain)));
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(name + ".gz")))) {
      return new Values(Json.object(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  /** What is below {@code name}. */
  Values below(String name) {
    return new Values((Map<?, ?>) get(name));
  }

  boolean has(String name) {
    return map.containsKey(name);
  }

  double number(String name) {
    return (Double) get(name);
  }

  int integer(String name) {
    return (int) number(name);
  }

  /** All numbers of the array {@code name}, row after row. */
  double[] array(String name) {
    List<?> data = (List<?>) Objects.requireNonNull(((Map<?, ?>) get(name)).get("data"), name);
    return data.stream().mapToDouble(each -> (Double) each).toArray();
  }

  /** The array {@code name} as rows of {@code width} numbers. */
  double[][] rows(String name, int width) {
    return rows(array(name), width);
  }

  static double[][] rows(double[] data, int width) {
    double[][] rows = new double[width == 0 ? 0 : data.length / width][width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(data, i * width, rows[i], 0, width);
    }
    return rows;
  }

  static double[] flat(double[][] rows) {
    double[] data = new double[rows.length * (rows.length == 0 ? 0 : rows[0].length)];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, data, i * rows[i].length, rows[i].length);
    }
    return data;
  }

  /** The numbers of all {@code parts}, one after the other. */
  static double[] joined(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  private Object get(String name) {
    Object value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name + " in " + map.keySet());
    }
    return value;
  }
}
