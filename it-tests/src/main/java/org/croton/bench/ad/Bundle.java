package org.croton.bench.ad;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.croton.Tensor;

/** Cameras, points and observations of one case of bundle adjustment. */
final class Bundle {
  private static final int CAMERA = 11;
  private static final int BLOCK = 2 * (CAMERA + 3 + 1);

  private final boolean repeated;
  private final double[][] cameras;
  private final double[][] points;
  private final double[] weights;
  private final double[][] features;
  private final long[] camera;
  private final long[] point;

  Bundle(Values input) {
    int n = input.integer("n");
    int m = input.integer("m");
    int p = input.integer("p");
    repeated = input.has("cam");
    if (repeated) {
      cameras = filled(n, input.array("cam"));
      points = filled(m, input.array("x"));
      weights = new double[p];
      Arrays.fill(weights, input.number("w"));
      features = filled(p, input.array("feat"));
      camera = IntStream.range(0, p).mapToLong(i -> i % n).toArray();
      point = IntStream.range(0, p).mapToLong(i -> i % m).toArray();
    } else {
      cameras = input.rows("cams", CAMERA);
      points = input.rows("X", 3);
      weights = input.array("w");
      features = input.rows("feats", 2);
      double[][] pairs = input.rows("obs", 2);
      camera = Arrays.stream(pairs).mapToLong(pair -> (long) pair[0]).toArray();
      point = Arrays.stream(pairs).mapToLong(pair -> (long) pair[1]).toArray();
    }
  }

  private static double[][] filled(int rows, double[] row) {
    double[][] all = new double[rows][];
    Arrays.fill(all, row);
    return all;
  }

  /** The residuals of all observations, and the 2 x 15 block of each. */
  Problem problem(String name, Values right) {
    Tensor c = Tensor.of(cameras);
    Tensor x = Tensor.of(points);
    Tensor w = Tensor.of(weights);
    Tensor f = Tensor.of(features);
    Tensor seenBy = Tensor.of(camera);
    Tensor seen = Tensor.of(point);
    int p = weights.length;
    double[] errors = all(right, "reproj_err", "reproj_err_per_observation");
    double[] blocks = all(right, "blocks", "block_per_observation");
    return new Problem(
            name,
            () -> {
              var e = CompiledBundleAdjustment.errors(c, x, w, f, seenBy, seen);
              double[] both = new double[2 * p];
              pour(e.error0(), both, 2, 0);
              pour(e.error1(), both, 2, 1);
              e.weight().close();
              return both;
            },
            () -> {
              var b = CompiledBundleAdjustment.blocks(c, x, w, f, seenBy, seen);
              double[] all = new double[BLOCK * p];
              b.error0().close();
              b.error1().close();
              pour(b.camera0(), all, BLOCK, 0);
              pour(b.point0(), all, BLOCK, CAMERA);
              pour(b.weight0(), all, BLOCK, CAMERA + 3);
              pour(b.camera1(), all, BLOCK, BLOCK / 2);
              pour(b.point1(), all, BLOCK, BLOCK / 2 + CAMERA);
              pour(b.weight1(), all, BLOCK, BLOCK / 2 + CAMERA + 3);
              return List.of(all);
            },
            List.of(errors, blocks),
            1e-10,
            1e-12)
        .inC("ba", numbers());
  }

  private double[] numbers() {
    double[] seen = new double[2 * weights.length];
    for (int i = 0; i < weights.length; i++) {
      seen[2 * i] = camera[i];
      seen[2 * i + 1] = point[i];
    }
    return Values.joined(
        new double[] {cameras.length, points.length, weights.length},
        Values.flat(cameras),
        Values.flat(points),
        weights,
        Values.flat(features),
        seen);
  }

  private double[] all(Values right, String name, String nameOfOne) {
    return repeated
        ? Values.flat(filled(weights.length, right.array(nameOfOne)))
        : right.array(name);
  }

  /** Copies rows to where they stand in rows of {@code stride} numbers, and closes the tensor. */
  private static void pour(Tensor from, double[] to, int stride, int at) {
    try (from) {
      double[] values = from.toDoubles();
      int rows = to.length / stride;
      int width = values.length / rows;
      for (int i = 0; i < rows; i++) {
        System.arraycopy(values, i * width, to, i * stride + at, width);
      }
    }
  }
}
