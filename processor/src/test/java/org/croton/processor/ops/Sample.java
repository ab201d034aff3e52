package org.croton.processor.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.croton.DType;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;

/**
 * A small program around one op, with arguments to try it on.
 *
 * @param op the op's name
 * @param slope what its derivative is like
 */
record Sample(String op, List<Input> inputs, Slope slope, Function<List<Node>, Node> program) {
  /** What is known of a derivative. */
  enum Slope {
    /** Agrees with differences wherever the arguments lie. */
    SMOOTH,
    /** Zero by structure. */
    ZERO,
    /** The result is not floating. */
    NONE
  }

  /**
   * An argument.
   *
   * @param low least element
   * @param high greatest element; integers take it too
   * @param size name of the dim that elements index, or empty
   */
  record Input(DType dtype, List<String> dims, double low, double high, String size) {
    TensorType type(DType dtype) {
      return new TensorType(dtype, new Shape(dims.stream().map(Dim::name).toList()));
    }

    Literal draw(DType dtype, Map<String, Integer> sizes, Random random) {
      int[] shape = dims.stream().mapToInt(sizes::get).toArray();
      int count = Literal.count(shape);
      if (dtype.isFloating()) {
        double[] elements = new double[count];
        Arrays.setAll(elements, i -> low + (high - low) * random.nextDouble());
        return Literal.reals(dtype, shape, elements);
      }
      int limit = size.isEmpty() ? (int) high : sizes.get(size) - 1;
      int least = size.isEmpty() ? (int) low : -sizes.get(size) * (low < 0 ? 1 : 0);
      long[] elements = new long[count];
      Arrays.setAll(elements, i -> least + random.nextInt(Math.max(1, limit - least + 1)));
      return Literal.integers(dtype, shape, elements);
    }
  }

  static Input real(String dims, double low, double high) {
    return new Input(DType.F64, names(dims), low, high, "");
  }

  static Input whole(DType dtype, String dims, int low, int high) {
    return new Input(dtype, names(dims), low, high, "");
  }

  static Input truth(String dims) {
    return whole(DType.BOOL, dims, 0, 1);
  }

  /** Positions along a dim, with negative ones that count from the end. */
  static Input index(String dims, String size) {
    return new Input(DType.I32, names(dims), -1, 0, size);
  }

  /** Positions along a dim, none negative. */
  static Input position(String dims, String size) {
    return new Input(DType.I64, names(dims), 0, 0, size);
  }

  private static List<String> names(String dims) {
    return dims.isEmpty() ? List.of() : List.of(dims.split(" "));
  }

  boolean hasIndices() {
    return inputs.stream().anyMatch(input -> !input.size().isEmpty());
  }

  /** Dtypes of the inputs, with another one for F64. */
  private static DType dtype(Input input, DType floating) {
    return input.dtype() == DType.F64 ? floating : input.dtype();
  }

  List<TensorType> types(DType floating) {
    return inputs.stream().map(input -> input.type(dtype(input, floating))).toList();
  }

  List<Literal> draw(DType floating, Map<String, Integer> sizes, long seed) {
    Random random = new Random(seed);
    return inputs.stream().map(input -> input.draw(dtype(input, floating), sizes, random)).toList();
  }

  /** The program over parameters of these types. */
  Graph graph(List<TensorType> types) {
    GraphBuilder builder = new GraphBuilder();
    List<Graph.Input> named = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    for (TensorType type : types) {
      Parameter parameter = builder.parameter(0, nodes.size(), type);
      named.add(new Graph.Input("x" + nodes.size(), parameter));
      nodes.add(parameter);
    }
    Node result = program.apply(nodes);
    return new Graph(builder, named, List.of(new Graph.Output("y", result)));
  }

  @Override
  public String toString() {
    return op + inputs.stream().map(input -> input.dtype() + "" + input.dims()).toList();
  }
}
