package org.croton.processor.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.croton.DType;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Parameter;
import org.croton.processor.type.TensorType;

/**
 * Values to differentiate at: floating ones between 0.2 and 0.9, where most functions are smooth,
 * indices that every axis has, sizes that differ.
 */
final class GradientSample {
  private static final int SMALLEST = 2;

  private final int seed;
  private final Random random;

  GradientSample(int seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** One value for each parameter, in F64 where it is floating. */
  List<Literal> values(List<Parameter> parameters) {
    Map<String, Long> sizes = new HashMap<>();
    for (String name : GradientProof.sizeNames(parameters)) {
      sizes.put(name, (long) SMALLEST + seed * 4L + sizes.size() % 3);
    }
    List<Literal> values = new ArrayList<>();
    for (Parameter parameter : parameters) {
      TensorType type = parameter.tensor();
      int[] shape =
          type.shape().dims().stream()
              .mapToInt(dim -> Math.toIntExact(dim.evaluate(sizes::get)))
              .toArray();
      values.add(value(type.dtype(), shape));
    }
    return values;
  }

  private Literal value(DType dtype, int[] shape) {
    int count = Literal.count(shape);
    return dtype.isFloating()
        ? Literal.reals(dtype, shape, random.doubles(count, 0.2, 0.9).toArray())
        : Literal.integers(dtype, shape, random.longs(count, 0, SMALLEST).toArray());
  }

  /** A random direction for each value. */
  List<Literal> directions(List<Literal> like) {
    List<Literal> directions = new ArrayList<>();
    for (Literal each : like) {
      double[] values = random.doubles(each.count(), -1, 1).toArray();
      directions.add(Literal.reals(DType.F64, each.shape(), values));
    }
    return directions;
  }
}
