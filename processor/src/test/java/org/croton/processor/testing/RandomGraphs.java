package org.croton.processor.testing;

import static org.croton.processor.ops.contraction.Contract.contract;
import static org.croton.processor.ops.elementwise.Abs.abs;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Expm1.expm1;
import static org.croton.processor.ops.elementwise.Le.le;
import static org.croton.processor.ops.elementwise.Log1p.log1p;
import static org.croton.processor.ops.elementwise.Lt.lt;
import static org.croton.processor.ops.elementwise.Maximum.maximum;
import static org.croton.processor.ops.elementwise.Minimum.minimum;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sigmoid.sigmoid;
import static org.croton.processor.ops.elementwise.Softplus.softplus;
import static org.croton.processor.ops.elementwise.Sqrt.sqrt;
import static org.croton.processor.ops.elementwise.Square.square;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Tanh.tanh;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.ops.indexing.Gather.gather;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.Concat.concat;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.movement.Reshape.reshape;
import static org.croton.processor.ops.movement.Slice.slice;
import static org.croton.processor.ops.movement.Transpose.transpose;
import static org.croton.processor.ops.reduction.Argmax.argmax;
import static org.croton.processor.ops.reduction.Max.max;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.croton.DType;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.TypeMismatch;

/** Small random programs over most operations, with arguments; the seed decides everything. */
public final class RandomGraphs {
  private static final List<Dim> DIMS =
      List.of(Dim.name("n"), Dim.name("m"), Dim.of(3), Dim.ONE, Dim.name("n").times(Dim.of(2)));

  private final Random random;
  private final GraphBuilder builder = new GraphBuilder();
  private final DType dtype;
  private final List<Graph.Input> inputs = new ArrayList<>();
  private final List<Node> values = new ArrayList<>();
  private Node labels;

  private RandomGraphs(long seed) {
    random = new Random(seed);
    dtype = random.nextBoolean() ? DType.F32 : DType.F64;
    for (int i = 0; i < 4; i++) {
      values.add(input("x" + i, new TensorType(dtype, shape())));
    }
    values.add(input("this.state", new TensorType(dtype, shape())));
    labels = input("labels", TensorType.of(DType.I32, Dim.name("m")));
  }

  private Parameter input(String name, TensorType type) {
    Parameter parameter = builder.parameter(0, inputs.size(), type);
    inputs.add(new Graph.Input(name, parameter));
    return parameter;
  }

  /** A program of about {@code size} operations, with a field that it updates. */
  public static Graph graph(long seed, int size) {
    RandomGraphs random = new RandomGraphs(seed);
    while (random.values.size() < size) {
      try {
        random.values.add(random.operation());
      } catch (TypeMismatch unsuited) {
        // The operands drawn do not fit together; draw others.
        continue;
      }
    }
    return random.finish();
  }

  /** Sizes of the named dims, zero and one among them. */
  public static Map<String, Integer> sizes(long seed) {
    Random random = new Random(~seed);
    int[] choices = {0, 1, 2, 5, 17};
    return Map.of("n", choices[random.nextInt(5)], "m", choices[1 + random.nextInt(4)]);
  }

  /** Arguments of moderate size, with a few special values where they are harmless. */
  public static List<Literal> arguments(Graph graph, Map<String, Integer> sizes, long seed) {
    Random random = new Random(seed * 31 + 7);
    List<Literal> arguments = new ArrayList<>();
    for (Graph.Input input : graph.inputs()) {
      TensorType type = input.value().tensor();
      int[] shape =
          type.shape().dims().stream().mapToInt(d -> (int) d.evaluate(sizes::get)).toArray();
      int count = Literal.count(shape);
      arguments.add(
          type.dtype().isFloating()
              ? Literal.reals(
                  type.dtype(), shape, random.doubles(count).map(v -> 3 * v - 1.5).toArray())
              : Literal.integers(type.dtype(), shape, random.longs(count, 0, 1).toArray()));
    }
    return arguments;
  }

  private Graph finish() {
    List<Graph.Output> outputs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      outputs.add(new Graph.Output("out" + i, values.get(values.size() - 1 - i)));
    }
    outputs.add(new Graph.Output("out2", pick()));
    Node state = values.get(4);
    Node like = values.get(values.size() - 1 - random.nextInt(5));
    Node update = mul(state, sum(tanh(like), axes(like.tensor().rank())));
    outputs.add(new Graph.Output("this.state", update));
    return new Graph(builder, inputs, outputs);
  }

  private Shape shape() {
    List<Dim> dims = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      dims.add(DIMS.get(random.nextInt(DIMS.size())));
    }
    return new Shape(dims);
  }

  private Node pick() {
    boolean recent = random.nextInt(3) > 0;
    int from = recent ? Math.max(0, values.size() - 6) : 0;
    return values.get(from + random.nextInt(values.size() - from));
  }

  private Node constant(double value) {
    return builder.constant(dtype, value);
  }

  private static List<Integer> axes(int rank) {
    List<Integer> axes = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      axes.add(i);
    }
    return axes;
  }

  private List<Integer> someAxes(int rank) {
    List<Integer> some = axes(rank);
    some.removeIf(axis -> random.nextInt(2) == 0);
    return some;
  }

  private Node operation() {
    Node x = pick();
    int rank = x.tensor().rank();
    switch (random.nextInt(12)) {
      case 0:
      case 1:
        return unary(x);
      case 2:
      case 3:
      case 4:
        return binary(x, pick());
      case 5:
        return rank == 0 ? unary(x) : sum(x, someAxes(rank));
      case 6:
        return reduceNonEmpty(x);
      case 7:
        List<Integer> order = axes(rank);
        Collections.shuffle(order, random);
        return transpose(x, order);
      case 8:
        return rank > 2 ? unary(x) : expandDims(x, List.of(random.nextInt(rank + 1)));
      case 9:
        return moved(x);
      case 10:
        return product(x, pick());
      default:
        return indexed(x);
    }
  }

  private Node unary(Node x) {
    switch (random.nextInt(10)) {
      case 0:
        return tanh(x);
      case 1:
        return sigmoid(x);
      case 2:
        return exp(minimum(x, constant(2)));
      case 3:
        return sqrt(abs(x));
      case 4:
        return softplus(x);
      case 5:
        return log1p(abs(x));
      case 6:
        return expm1(minimum(x, constant(2)));
      case 7:
        return neg(x);
      case 8:
        return square(tanh(x));
      default:
        return mul(x, constant(random.nextInt(5) * 0.5 - 1));
    }
  }

  private Node binary(Node x, Node y) {
    switch (random.nextInt(7)) {
      case 0:
        return add(x, y);
      case 1:
        return sub(x, y);
      case 2:
        return tanh(mul(x, y));
      case 3:
        return div(x, add(abs(y), constant(0.5)));
      case 4:
        return maximum(x, y);
      case 5:
        return where(lt(x, y), x, y);
      default:
        return where(le(x, constant(0.25)), constant(-1), y);
    }
  }

  /** Extremes of nothing have no value: only dims that are known not to be zero are reduced. */
  private Node reduceNonEmpty(Node x) {
    List<Integer> axes = someAxes(x.tensor().rank());
    axes.removeIf(axis -> x.tensor().shape().dim(axis).names().contains("n"));
    if (axes.isEmpty()) {
      return unary(x);
    }
    return random.nextInt(4) == 0 ? cast(argmax(x, axes.get(0)), dtype) : max(x, axes);
  }

  private Node moved(Node x) {
    Shape shape = x.tensor().shape();
    if (random.nextBoolean()) {
      return reshape(x, Shape.of(shape.size()));
    }
    Dim dim = DIMS.get(random.nextInt(DIMS.size()));
    return shape.rank() > 2 ? unary(x) : broadcastTo(x, shape.with(0, dim));
  }

  private Node product(Node x, Node y) {
    int ranks = 10 * x.tensor().rank() + y.tensor().rank();
    switch (ranks) {
      case 22:
        String[][] forms = {{"ij", "jk", "ik"}, {"ij", "kj", "ik"}, {"ij", "ik", "jk"}};
        String[] form = forms[random.nextInt(3)];
        return tanh(contract(x, y, form[0], form[1], form[2]));
      case 21:
        return tanh(contract(x, y, "ij", "j", "i"));
      case 11:
        return contract(x, y, "i", "j", "ij");
      case 33:
        return tanh(contract(x, y, "bij", "bjk", "bik"));
      default:
        return binary(x, y);
    }
  }

  private Node indexed(Node x) {
    Shape shape = x.tensor().shape();
    if (shape.rank() == 0) {
      return unary(x);
    }
    switch (random.nextInt(3)) {
      case 0:
        return concat(List.of(x, tanh(x)), random.nextInt(shape.rank()));
      case 1:
        int axis = random.nextInt(shape.rank());
        boolean empty = shape.dim(axis).names().contains("n");
        return empty ? unary(x) : gather(x, List.of(labels), axis);
      default:
        return part(x, shape);
    }
  }

  /** Every second element of one axis, backwards or forwards, as far as its size is known. */
  private Node part(Node x, Shape shape) {
    List<Dim> starts = new ArrayList<>(Collections.nCopies(shape.rank(), Dim.ZERO));
    List<Integer> steps = new ArrayList<>(Collections.nCopies(shape.rank(), 1));
    List<Dim> sizes = new ArrayList<>(shape.dims());
    int axis = random.nextInt(shape.rank());
    if (shape.dim(axis).equals(Dim.of(3))) {
      starts.set(axis, Dim.of(random.nextBoolean() ? 0 : 1));
      sizes.set(axis, Dim.of(2));
    } else {
      starts.set(axis, shape.dim(axis).minus(Dim.ONE));
      steps.set(axis, -1);
    }
    return slice(x, new SliceAttrs(starts, steps, sizes));
  }
}
