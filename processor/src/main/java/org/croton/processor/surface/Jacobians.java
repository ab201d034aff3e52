package org.croton.processor.surface;

import static org.croton.processor.ops.control.Blank.blank;
import static org.croton.processor.ops.indexing.Set.set;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.Concat.concat;
import static org.croton.processor.ops.movement.Reshape.reshape;
import static org.croton.processor.ops.movement.Size.size;
import static org.croton.processor.ops.movement.Transpose.transpose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Parameter;
import org.croton.processor.ops.control.Enclosure;
import org.croton.processor.ops.control.LoopDraft;
import org.croton.processor.ops.elementwise.Cast;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Whole Jacobians: a loop over the elements of the smaller of both sides, each iteration of which
 * is one product with a unit vector. What does not depend on the unit vector is outside the loop.
 */
final class Jacobians {
  /** What a dim is taken for that only the run knows. */
  private static final long TYPICAL_SIZE = 64;

  private final Derivatives derivatives;
  private final GraphBuilder builder;

  Jacobians(Derivatives derivatives, GraphBuilder builder) {
    this.derivatives = derivatives;
    this.builder = builder;
  }

  /** In the shape of {@code y} followed by that of {@code x}; null if nothing depends on it. */
  @Nullable Node jacobian(Node y, Node x) {
    TensorType type = x.tensor().withShape(joined(y.tensor(), x.tensor()));
    Node made = typical(x) <= typical(y) && !isScalar(y) ? forward(y, x) : reverse(y, x);
    return made == null ? null : Cast.cast(reshape(made, type.shape()), type.dtype());
  }

  /**
   * In the shape of {@code y} followed by that of a row of {@code x}, where each row of {@code y}
   * depends on the same row of {@code x}; null if nothing depends on it. One backward pass for each
   * element of a row of {@code y}, for all rows at once.
   */
  @Nullable Node rows(Node y, Node x) {
    Shape rows = y.tensor().shape();
    Shape row = rows.without(0);
    int depth = Math.max(y.depth(), x.depth());
    Parameter like = builder.placeholder(depth, y.tensor().withShape(row));
    Node made =
        eachUnit(
                like,
                depth,
                unit ->
                    derivatives.pullback(List.of(y), List.of(broadcastTo(unit, rows)), List.of(x)))
            .get(0);
    if (made == null) {
      return null;
    }
    List<Integer> order = new ArrayList<>();
    for (int axis = 0; axis < made.tensor().rank(); axis++) {
      order.add(row.rank() > 0 && axis < 2 ? 1 - axis : axis);
    }
    List<Dim> dims = new ArrayList<>(rows.dims());
    dims.addAll(x.tensor().shape().without(0).dims());
    return reshape(transpose(made, order), new Shape(dims));
  }

  /** The matrix of second derivatives, given the gradients by values laid out one after another. */
  Node hessian(List<Node> gradients, List<Node> wrt) {
    List<Node> rows = new ArrayList<>();
    for (Node x : wrt) {
      List<Node> blocks = new ArrayList<>();
      List<@Nullable Node> products = alongAll(gradients, x);
      for (int i = 0; i < gradients.size(); i++) {
        Node block = products.get(i);
        Shape shape = new Shape(List.of(count(x), count(gradients.get(i))));
        blocks.add(
            block != null
                ? reshape(block, shape)
                : broadcastTo(builder.constant(x.tensor().dtype(), 0.0), shape));
      }
      rows.add(blocks.size() == 1 ? blocks.get(0) : concat(blocks, 1));
    }
    return rows.size() == 1 ? rows.get(0) : concat(rows, 0);
  }

  private static Shape joined(TensorType y, TensorType x) {
    List<Dim> dims = new ArrayList<>(y.shape().dims());
    dims.addAll(x.shape().dims());
    return new Shape(dims);
  }

  private static boolean isScalar(Node node) {
    return node.tensor().isScalar();
  }

  private static Dim count(Node node) {
    return node.tensor().shape().size();
  }

  private static long typical(Node node) {
    try {
      return count(node).evaluate(name -> TYPICAL_SIZE);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  /** A row for each element of {@code y}. */
  private @Nullable Node reverse(Node y, Node x) {
    return eachUnit(
            y,
            Math.max(y.depth(), x.depth()),
            unit -> derivatives.pullback(List.of(y), List.of(unit), List.of(x)))
        .get(0);
  }

  /** A column for each element of {@code x}, then transposed. */
  private @Nullable Node forward(Node y, Node x) {
    Node columns = alongAll(List.of(y), x).get(0);
    if (columns == null || isScalar(x)) {
      return columns;
    }
    Node matrix = reshape(columns, new Shape(List.of(count(x), count(y))));
    return transpose(matrix, List.of(1, 0));
  }

  /** For each value a row for each element of {@code x}. */
  private List<@Nullable Node> alongAll(List<Node> values, Node x) {
    int depth = values.stream().mapToInt(Node::depth).reduce(x.depth(), Math::max);
    return eachUnit(x, depth, unit -> derivatives.pushforward(values, List.of(x), List.of(unit)));
  }

  /** What a linear function makes of each unit vector in the shape of a value, as rows. */
  private List<@Nullable Node> eachUnit(
      Node like, int depth, Function<Node, List<@Nullable Node>> product) {
    if (isScalar(like)) {
      return product.apply(builder.constant(like.tensor().dtype(), 1.0));
    }
    Parameter unit = builder.placeholder(depth, like.type());
    List<@Nullable Node> products = product.apply(unit);
    LoopDraft loop = new LoopDraft(size(builder, count(like)), depth + 1);
    Node flat =
        broadcastTo(builder.constant(like.tensor().dtype(), 0.0), new Shape(List.of(count(like))));
    Node one = builder.constant(like.tensor().dtype(), 1.0);
    Node vector = reshape(set(flat, List.of(loop.index()), one), like.tensor().shape());
    List<Node> present = products.stream().filter(x -> x != null).toList();
    List<Node> rows = Enclosure.of(present, Map.of(unit, vector), loop);
    for (Node row : rows) {
      TensorType type = row.tensor();
      TensorType all = type.withShape(type.shape().with(0, count(like)));
      Parameter matrix = loop.carry(blank(builder, all));
      loop.next(matrix, set(matrix, List.of(loop.index()), row));
    }
    List<Node> made = new ArrayList<>(rows.isEmpty() ? List.of() : loop.finish());
    List<@Nullable Node> results = new ArrayList<>();
    products.forEach(x -> results.add(x == null ? null : made.remove(0)));
    return results;
  }
}
