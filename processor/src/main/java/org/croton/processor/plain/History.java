package org.croton.processor.plain;

import java.util.ArrayDeque;
import java.util.Deque;
import org.croton.DType;
import org.croton.Tensor;
import org.croton.processor.ir.Literal;
import org.croton.runtime.Elements;
import org.croton.runtime.TensorAccess;

/**
 * The latest operations of plain runs, up to a number and a size in bytes: older ones are
 * forgotten, so that a training loop runs for ever in bounded memory. Safe for use by several
 * threads.
 */
final class History {
  /** How many operations are remembered. */
  static final int OPERATIONS = 1 << 16;

  /** How many bytes of values and graphs are remembered. */
  static final long BYTES = 256L << 20;

  private record Entry(Lineage lineage, long bytes) {}

  private final int operations;
  private final long limit;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long bytes;

  History(int operations, long limit) {
    this.operations = operations;
    this.limit = limit;
  }

  /** In words, for messages. */
  String extent() {
    return operations + " operations and " + (limit >> 20) + " MiB";
  }

  /**
   * The lineage of a tensor that is used. What was written into it since its last use makes it a
   * new value that nothing led to.
   */
  Lineage of(Tensor tensor) {
    Literal now = literal(tensor);
    if (TensorAccess.lineage(tensor) instanceof Lineage known && known.value().equals(now)) {
      return known;
    }
    Lineage leaf = Lineage.leaf(now);
    TensorAccess.setLineage(tensor, leaf);
    return leaf;
  }

  /** A tensor for a value that an operation computed. */
  Tensor tensor(Literal value, Lineage.Origin origin) {
    Lineage lineage = Lineage.of(value, origin);
    remember(lineage);
    Tensor tensor = TensorAccess.uninitialized(value.dtype(), value.shape());
    Elements elements = TensorAccess.elements(tensor);
    for (int i = 0; i < value.count(); i++) {
      if (value.dtype().isFloating()) {
        elements.setDouble(i, value.real(i));
      } else {
        elements.setLong(i, value.integer(i));
      }
    }
    TensorAccess.setLineage(tensor, lineage);
    return tensor;
  }

  private synchronized void remember(Lineage lineage) {
    Entry entry = new Entry(lineage, lineage.bytes());
    entries.addLast(entry);
    bytes += entry.bytes();
    while (entries.size() > operations || (bytes > limit && entries.size() > 1)) {
      Entry oldest = entries.removeFirst();
      bytes -= oldest.bytes();
      oldest.lineage().forget();
    }
  }

  private static Literal literal(Tensor tensor) {
    Elements elements = TensorAccess.elements(tensor);
    DType dtype = tensor.dtype();
    int[] shape = tensor.shape();
    int count = Literal.count(shape);
    if (dtype.isFloating()) {
      double[] reals = new double[count];
      for (int i = 0; i < count; i++) {
        reals[i] = elements.getDouble(i);
      }
      return Literal.reals(dtype, shape, reals);
    }
    long[] integers = new long[count];
    for (int i = 0; i < count; i++) {
      integers[i] = elements.getLong(i);
    }
    return Literal.integers(dtype, shape, integers);
  }
}
