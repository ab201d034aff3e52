package org.croton.processor.ops.control;

import static org.croton.processor.ops.contraction.Contract.contract;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.movement.Iota.iota;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Node;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.AxisAttrs;
import org.croton.processor.op.ContractAttrs;
import org.croton.processor.op.Elementwise;
import org.croton.processor.op.IntegerDivision;
import org.croton.processor.op.OrderAttrs;
import org.croton.processor.op.Reduction;
import org.croton.processor.op.ShapeAttrs;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.ops.contraction.Contract;
import org.croton.processor.ops.control.StepBatch.Batched;
import org.croton.processor.ops.indexing.Gather;
import org.croton.processor.ops.indexing.ScatterAdd;
import org.croton.processor.ops.indexing.ScatterSet;
import org.croton.processor.ops.movement.AccumulateSlice;
import org.croton.processor.ops.movement.BroadcastTo;
import org.croton.processor.ops.movement.Concat;
import org.croton.processor.ops.movement.ExpandDims;
import org.croton.processor.ops.movement.Reshape;
import org.croton.processor.ops.movement.SetSlice;
import org.croton.processor.ops.movement.Slice;
import org.croton.processor.ops.movement.Squeeze;
import org.croton.processor.ops.movement.Transpose;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.jspecify.annotations.Nullable;

/** How single operations are computed for all iterations at once. */
final class BatchRules {
  private static final String LETTERS = "tuvwxyzabcdefghijklmnopqrs";

  private BatchRules() {}

  /** The operation on operands of which one at least is stacked; null if there is no good way. */
  static @Nullable Node apply(Apply apply, List<Batched> x, Dim trips) {
    if (apply.operator() instanceof Elementwise) {
      boolean mayFail = apply.operator() instanceof IntegerDivision;
      int rank = apply.tensor().rank();
      return mayFail ? null : same(apply, x.stream().map(one -> aligned(one, rank)).toList());
    }
    if (apply.is(Contract.OP)) {
      return product(apply, x);
    }
    if (apply.operator() instanceof Reduction) {
      return with(apply, behind(apply.attrs(AxesAttrs.class)), List.of(x.get(0).node()));
    }
    if (apply.is(Gather.OP)) {
      return gather(apply, x, trips);
    }
    if (apply.is(ScatterAdd.OP) || apply.is(ScatterSet.OP)) {
      return scatter(apply, x, trips);
    }
    if (apply.is(Concat.OP)) {
      return with(apply, new AxisAttrs(1 + axis(apply)), all(x, trips));
    }
    if (apply.is(AccumulateSlice.OP) || apply.is(SetSlice.OP)) {
      return with(apply, behind(apply.attrs(SliceAttrs.class), trips), all(x, trips));
    }
    return move(apply, x.get(0), trips);
  }

  private static @Nullable Node move(Apply apply, Batched x, Dim trips) {
    Node moved = x.node();
    if (apply.is(ExpandDims.OP) || apply.is(Squeeze.OP)) {
      return with(apply, behind(apply.attrs(AxesAttrs.class)), List.of(moved));
    }
    if (apply.is(Slice.OP)) {
      return with(apply, behind(apply.attrs(SliceAttrs.class), trips), List.of(moved));
    }
    if (apply.is(Transpose.OP)) {
      List<Integer> order = new ArrayList<>(List.of(0));
      apply.attrs(OrderAttrs.class).order().forEach(axis -> order.add(axis + 1));
      return with(apply, new OrderAttrs(order), List.of(moved));
    }
    if (apply.is(BroadcastTo.OP) || apply.is(Reshape.OP)) {
      Shape shape = apply.tensor().shape().with(0, trips);
      Node from = apply.is(Reshape.OP) ? moved : aligned(x, apply.tensor().rank());
      return with(apply, new ShapeAttrs(shape), List.of(from));
    }
    return null;
  }

  /** The value with its leading axis. */
  static Node stacked(Batched x, Dim trips) {
    return x.isStacked()
        ? x.node()
        : broadcastTo(x.node(), x.node().tensor().shape().with(0, trips));
  }

  private static List<Node> all(List<Batched> x, Dim trips) {
    return x.stream().map(one -> stacked(one, trips)).toList();
  }

  private static Node same(Apply apply, List<Node> operands) {
    return with(apply, apply.attrs(), operands);
  }

  private static Node with(Apply apply, Attrs attrs, List<Node> operands) {
    return apply.builder().apply(apply.operator(), attrs, operands);
  }

  private static int axis(Apply apply) {
    return apply.attrs(AxisAttrs.class).axis();
  }

  private static AxesAttrs behind(AxesAttrs axes) {
    return new AxesAttrs(axes.axes().stream().map(axis -> axis + 1).toList());
  }

  private static SliceAttrs behind(SliceAttrs box, Dim trips) {
    List<Dim> starts = new ArrayList<>(box.starts());
    List<Integer> steps = new ArrayList<>(box.steps());
    List<Dim> sizes = new ArrayList<>(box.sizes());
    starts.add(0, Dim.ZERO);
    steps.add(0, 1);
    sizes.add(0, trips);
    return new SliceAttrs(starts, steps, sizes);
  }

  /** With axes of size 1 behind the leading one, so that it broadcasts as it does in the body. */
  private static Node aligned(Batched x, int rank) {
    int own = x.node().tensor().rank() - 1;
    return x.isStacked() && own < rank
        ? expandDims(x.node(), IntStream.rangeClosed(1, rank - own).boxed().toList())
        : x.node();
  }

  /**
   * The products of all iterations as one, with the iterations as more rows: only where one side is
   * the same in all of them, and the result has the stacked side's axes first.
   */
  private static @Nullable Node product(Apply apply, List<Batched> x) {
    ContractAttrs at = apply.attrs(ContractAttrs.class);
    boolean left = x.get(0).isStacked();
    if (left && x.get(1).isStacked()) {
      return null;
    }
    String moving = left ? at.left() : at.right();
    String still = left ? at.right() : at.left();
    String rows = common(at.result(), moving);
    String columns = common(at.result(), still);
    if (!rows.isEmpty() && !at.result().equals(rows + columns)) {
      return null;
    }
    String step = letter(at);
    return contract(
        x.get(0).node(),
        x.get(1).node(),
        (left ? step : "") + at.left(),
        (left ? "" : step) + at.right(),
        step + at.result());
  }

  private static String common(String letters, String other) {
    StringBuilder common = new StringBuilder();
    letters.chars().filter(c -> other.indexOf(c) >= 0).forEach(c -> common.append((char) c));
    return common.toString();
  }

  /** A letter that the product does not use. */
  static String letter(ContractAttrs at) {
    String used = at.left() + at.right() + at.result();
    for (int i = 0; i < LETTERS.length(); i++) {
      if (used.indexOf(LETTERS.charAt(i)) < 0) {
        return LETTERS.substring(i, i + 1);
      }
    }
    throw new IllegalArgumentException("no letter is left in " + at);
  }

  private static @Nullable Node gather(Apply apply, List<Batched> x, Dim trips) {
    List<Batched> indices = x.subList(1, x.size());
    boolean fixed = indices.stream().noneMatch(Batched::isStacked);
    List<Node> operands = new ArrayList<>(List.of(x.get(0).node()));
    if (x.get(0).isStacked() && fixed) {
      indices.forEach(index -> operands.add(index.node()));
      return with(apply, new AxisAttrs(1 + axis(apply)), operands);
    }
    if (axis(apply) != 0) {
      return null;
    }
    operands.addAll(x.get(0).isStacked() ? numbered(indices, trips) : aligned(indices));
    return same(apply, operands);
  }

  private static @Nullable Node scatter(Apply apply, List<Batched> x, Dim trips) {
    if (axis(apply) != 0) {
      return null;
    }
    int last = x.size() - 1;
    List<Node> operands = new ArrayList<>(List.of(stacked(x.get(0), trips)));
    operands.addAll(numbered(x.subList(1, last), trips));
    operands.add(stacked(x.get(last), trips));
    return same(apply, operands);
  }

  private static List<Node> aligned(List<Batched> indices) {
    int rank = rank(indices);
    return indices.stream().map(index -> aligned(index, rank)).toList();
  }

  /** Indices into an array with the leading axis, where each iteration has its own entry. */
  private static List<Node> numbered(List<Batched> indices, Dim trips) {
    List<Node> numbered = new ArrayList<>(aligned(indices));
    Node step = iota(indices.get(0).node().builder(), trips);
    numbered.add(0, expandDims(step, IntStream.rangeClosed(1, rank(indices)).boxed().toList()));
    return numbered;
  }

  /** Rank that the indices have together in the body. */
  private static int rank(List<Batched> indices) {
    return indices.stream()
        .mapToInt(index -> index.node().tensor().rank() - (index.isStacked() ? 1 : 0))
        .max()
        .orElse(0);
  }
}
