package org.croton.processor.surface;

import static org.croton.processor.ops.elementwise.Abs.abs;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Lt.lt;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.StopGradient.stopGradient;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.ops.indexing.Gather.gather;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.movement.Iota.iota;
import static org.croton.processor.ops.movement.Squeeze.squeeze;
import static org.croton.processor.ops.reduction.Max.max;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.TypeMismatch;

/**
 * Softmax and its kin, in their stable form: relative to the largest element, whose derivative
 * cancels and is left out.
 */
final class SoftmaxTable {
  private SoftmaxTable() {}

  static void register(Map<String, Meaning> table) {
    table.put("logsumexp", SoftmaxTable::logSumExp);
    table.put("softmax", SoftmaxTable::softmax);
    table.put("logSoftmax", SoftmaxTable::logSoftmax);
    table.put("crossEntropy", SoftmaxTable::crossEntropy);
  }

  private static Node floating(Call call, int index) {
    return Promotion.floating(call, List.of(call.arg(index))).get(0);
  }

  private static Node logSumExp(Call call) {
    Node x = floating(call, 0);
    AxisList axes = AxisList.of(call, 1, x.tensor().shape());
    Node largest = stopGradient(expandDims(max(x, axes.axes()), axes.axes()));
    // Relative to an infinite maximum, elements would be NaN.
    Node infinity = largest.builder().constant(x.tensor().dtype(), Double.POSITIVE_INFINITY);
    Node zero = largest.builder().constant(x.tensor().dtype(), 0.0);
    Node origin = where(lt(abs(largest), infinity), largest, zero);
    Node total = sum(exp(sub(x, origin)), axes.axes());
    Node kept = expandDims(log(total), axes.axes());
    Node result = add(kept, origin);
    return axes.keep() ? result : squeeze(result, axes.axes());
  }

  /** The axes named from the second argument on; the last one if there are none. */
  private static List<Integer> along(Call call, Node x) {
    Shape shape = x.tensor().shape();
    if (call.rest(1).isEmpty()) {
      return List.of(AxisList.axis(call, -1, shape.rank(), shape));
    }
    return AxisList.of(call, 1, shape).axes();
  }

  private static Node centred(Node x, List<Integer> axes) {
    return sub(x, stopGradient(expandDims(max(x, axes), axes)));
  }

  private static Node softmax(Call call) {
    Node x = floating(call, 0);
    List<Integer> axes = along(call, x);
    Node powers = exp(centred(x, axes));
    return div(powers, expandDims(sum(powers, axes), axes));
  }

  private static Node logSoftmax(Call call) {
    Node x = floating(call, 0);
    return logSoftmax(x, along(call, x));
  }

  private static Node logSoftmax(Node x, List<Integer> axes) {
    Node centred = centred(x, axes);
    return sub(centred, expandDims(log(sum(exp(centred), axes)), axes));
  }

  /** Labels are class numbers, one per row of logits, or rows of probabilities. */
  private static Node crossEntropy(Call call) {
    Node logits = floating(call, 0);
    Node labels = call.tensor(1);
    TensorType type = logits.tensor();
    if (type.rank() == 0) {
      throw new TypeMismatch("rank-mismatch", "crossEntropy needs rows of logits, not a scalar");
    }
    int last = type.rank() - 1;
    if (labels.tensor().dtype().isInteger()) {
      return picked(logits, labels, last);
    }
    if (!labels.tensor().shape().equals(type.shape())) {
      throw new TypeMismatch(
          "shape-mismatch",
          "crossEntropy of "
              + type
              + " with labels "
              + labels.tensor()
              + ": probabilities have the"
              + " shape of the logits");
    }
    Node weights = cast(labels, type.dtype());
    Node centred = centred(logits, List.of(last));
    Node total = expandDims(log(sum(exp(centred), List.of(last))), List.of(last));
    return sum(mul(weights, sub(total, centred)), List.of(last));
  }

  private static Node picked(Node logits, Node labels, int last) {
    Shape rows = logits.tensor().shape().without(last);
    if (!labels.tensor().shape().equals(rows)) {
      throw new TypeMismatch(
          "shape-mismatch",
          "crossEntropy of "
              + logits.tensor()
              + " with labels "
              + labels.tensor()
              + ": one label per row is "
              + rows);
    }
    Node centred = centred(logits, List.of(last));
    List<Node> indices = positions(labels, rows);
    indices.add(labels);
    Node own = gather(centred, indices, 0);
    return sub(log(sum(exp(centred), List.of(last))), own);
  }

  /** For each axis of some rows, the positions along it; together they enumerate the rows. */
  private static List<Node> positions(Node like, Shape rows) {
    List<Node> positions = new ArrayList<>();
    for (int axis = 0; axis < rows.rank(); axis++) {
      Dim dim = rows.dim(axis);
      List<Integer> after = new ArrayList<>();
      for (int i = 1; i < rows.rank() - axis; i++) {
        after.add(i);
      }
      positions.add(expandDims(iota(like.builder(), dim), after));
    }
    return positions;
  }
}
