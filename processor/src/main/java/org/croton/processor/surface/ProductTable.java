package org.croton.processor.surface;

import static org.croton.processor.ops.contraction.Contract.contract;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.movement.Squeeze.squeeze;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/** Products over axes, all in terms of {@code contract}. */
final class ProductTable {
  private ProductTable() {}

  static void register(Map<String, Meaning> table) {
    table.put("dot", ProductTable::dot);
    table.put("matmul", ProductTable::matmul);
    table.put("outer", ProductTable::outer);
    table.put("einsum", Einsum::of);
  }

  private static List<Node> factors(Call call) {
    return Promotion.promoted(call, List.of(call.arg(0), call.arg(1)));
  }

  /** The last axis of the left with the last but one (or only) of the right; as NumPy's. */
  private static Node dot(Call call) {
    Node a = factors(call).get(0);
    Node b = factors(call).get(1);
    int ranks = a.tensor().rank() + b.tensor().rank();
    if (a.tensor().isScalar() || b.tensor().isScalar()) {
      return mul(a, b);
    }
    String letters = letters(call, ranks);
    String left = letters.substring(0, a.tensor().rank());
    char met = left.charAt(left.length() - 1);
    StringBuilder right = new StringBuilder(letters.substring(left.length()));
    int meeting = Math.max(0, right.length() - 2);
    right.setCharAt(meeting, met);
    String rows = left.substring(0, left.length() - 1);
    String columns = right.substring(0, meeting) + right.substring(meeting + 1);
    return multiplied(call, a, b, left, right.toString(), rows + columns);
  }

  /** Every element of the left with every element of the right. */
  private static Node outer(Call call) {
    Node a = factors(call).get(0);
    Node b = factors(call).get(1);
    List<Integer> after =
        IntStream.range(0, b.tensor().rank()).map(i -> i + a.tensor().rank()).boxed().toList();
    return mul(expandDims(a, after), b);
  }

  /** Matrix products; leading axes are batches, which broadcast. */
  private static Node matmul(Call call) {
    Node a = factors(call).get(0);
    Node b = factors(call).get(1);
    if (a.tensor().isScalar() || b.tensor().isScalar()) {
      throw new TypeMismatch("rank-mismatch", "matmul needs no scalars; multiply with mul");
    }
    boolean row = a.tensor().rank() == 1;
    boolean column = b.tensor().rank() == 1;
    int batches = Math.max(0, Math.max(a.tensor().rank(), b.tensor().rank()) - 2);
    String letters = letters(call, batches + 3);
    String batch = letters.substring(0, batches);
    String i = row ? "" : letters.substring(batches, batches + 1);
    String k = letters.substring(batches + 1, batches + 2);
    String j = column ? "" : letters.substring(batches + 2);
    int ownBatches = Math.max(0, a.tensor().rank() - 2);
    int otherBatches = Math.max(0, b.tensor().rank() - 2);
    String left = batch.substring(batches - ownBatches) + i + k;
    String right = batch.substring(batches - otherBatches) + k + j;
    List<Integer> stretchedLeft = stretched(a, b, ownBatches, otherBatches);
    List<Integer> stretchedRight = stretched(b, a, otherBatches, ownBatches);
    return multiplied(
        call,
        squeeze(a, stretchedLeft),
        squeeze(b, stretchedRight),
        without(left, stretchedLeft),
        without(right, stretchedRight),
        batch + i + j);
  }

  /** Batch axes of size 1 in {@code own} where {@code other} has another size. */
  private static List<Integer> stretched(Node own, Node other, int batches, int otherBatches) {
    Shape shape = own.tensor().shape();
    List<Integer> axes = new ArrayList<>();
    for (int axis = 0; axis < batches; axis++) {
      int place = axis - batches + otherBatches;
      if (shape.dim(axis).isOne() && place >= 0 && !other.tensor().shape().dim(place).isOne()) {
        axes.add(axis);
      }
    }
    return axes;
  }

  private static String without(String letters, List<Integer> axes) {
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      if (!axes.contains(i)) {
        rest.append(letters.charAt(i));
      }
    }
    return rest.toString();
  }

  private static Node multiplied(
      Call call, Node a, Node b, String left, String right, String result) {
    try {
      return contract(a, b, left, right, result);
    } catch (TypeMismatch mismatch) {
      throw new TypeMismatch(
          mismatch.id(),
          call.name() + ": " + mismatch.getMessage(),
          mismatch.left(),
          mismatch.right());
    }
  }

  private static String letters(Call call, int count) {
    if (count > 26) {
      throw new TypeMismatch("rank-mismatch", call.name() + " of tensors with over 26 axes");
    }
    return "abcdefghijklmnopqrstuvwxyz".substring(0, count);
  }
}
