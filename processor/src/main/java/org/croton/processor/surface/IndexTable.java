package org.croton.processor.surface;

import static org.croton.processor.ops.indexing.Gather.gather;
import static org.croton.processor.ops.movement.Iota.iota;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Node;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/** Indexing: reading parts of a tensor, and a tensor with parts replaced. */
final class IndexTable {
  private IndexTable() {}

  static void register(Map<String, Meaning> table) {
    table.put("get", call -> read(call, call.tensor(0), parts(call, call.tensor(0), 1)));
    table.put("set", call -> write(call, false));
    table.put("inc", call -> write(call, true));
    table.put("slice", IndexTable::sliced);
    table.put("gather", IndexTable::gathered);
    table.put("diagonal", IndexTable::diagonal);
  }

  private static List<Object> parts(Call call, Node x, int from) {
    return IndexParts.of(call, from, x.tensor().shape());
  }

  private static Node read(Call call, Node x, List<Object> parts) {
    Node windows = Windows.read(x, parts);
    return new Selection(call, windows, parts).read();
  }

  /** {@code x.set(value, index...)}: the value takes the dtype of {@code x}. */
  private static Node write(Call call, boolean add) {
    Node x = call.tensor(0);
    Operand value = Operand.of(call, call.arg(1));
    List<Operand> both = List.of(Operand.of(call, x), value);
    if (Promotion.common(both) != x.tensor().dtype()) {
      throw new TypeMismatch(
          "dtype-mismatch",
          call.name() + " puts " + value.dtype() + " into " + x.tensor().dtype() + "; cast it");
    }
    List<Object> parts = Windows.asIndex(call, parts(call, x, 2), x);
    return new Selection(call, x, parts).write(value.as(x.tensor().dtype()), add);
  }

  /** {@code x.slice(axis, from, to[, step])}. */
  private static Node sliced(Call call) {
    Node x = call.tensor(0);
    Shape shape = x.tensor().shape();
    int axis = AxisList.axis(call, call.arg(1), shape);
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < shape.rank(); i++) {
      parts.add(new IndexSpec.All());
    }
    int step = call.has(4) ? call.integer(4) : 1;
    parts.set(
        axis,
        call.arg(2) instanceof IndexSpec.Window
            ? call.arg(2)
            : new IndexSpec.Range(call.arg(2), call.arg(3), step));
    return read(call, x, parts);
  }

  /** The elements of a matrix whose row and column are the same number. */
  private static Node diagonal(Call call) {
    Node x = call.tensor(0);
    Shape shape = x.tensor().shape();
    if (shape.rank() != 2) {
      throw new TypeMismatch("rank-mismatch", "diagonal needs a matrix, not " + x.tensor());
    }
    Node positions = iota(call.builder(), shape.dim(0).min(shape.dim(1)));
    return gather(x, List.of(positions, positions), 0);
  }

  /** Parts along the first axis. */
  private static Node gathered(Call call) {
    Node x = call.tensor(0);
    if (x.tensor().isScalar()) {
      throw new TypeMismatch("rank-mismatch", "gather needs an axis, but x is a scalar");
    }
    return gather(x, List.of(call.tensor(1)), 0);
  }
}
