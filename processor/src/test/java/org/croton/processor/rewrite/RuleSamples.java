package org.croton.processor.rewrite;

import static java.util.Map.entry;
import static org.croton.processor.ops.contraction.Contract.contract;
import static org.croton.processor.ops.elementwise.Abs.abs;
import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Cast.cast;
import static org.croton.processor.ops.elementwise.Div.div;
import static org.croton.processor.ops.elementwise.Exp.exp;
import static org.croton.processor.ops.elementwise.Log.log;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Pow.pow;
import static org.croton.processor.ops.elementwise.Square.square;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.indexing.Gather.gather;
import static org.croton.processor.ops.movement.BroadcastTo.broadcastTo;
import static org.croton.processor.ops.movement.ExpandDims.expandDims;
import static org.croton.processor.ops.movement.Reshape.reshape;
import static org.croton.processor.ops.movement.Slice.slice;
import static org.croton.processor.ops.movement.Squeeze.squeeze;
import static org.croton.processor.ops.movement.Transpose.transpose;
import static org.croton.processor.ops.reduction.Prod.prod;
import static org.croton.processor.ops.reduction.Sum.sum;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Operator;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.DTypeAttrs;
import org.croton.processor.op.OrderAttrs;
import org.croton.processor.op.ShapeAttrs;
import org.croton.processor.op.SizeAttrs;
import org.croton.processor.op.SliceAttrs;
import org.croton.processor.ops.elementwise.Cast;
import org.croton.processor.ops.movement.BroadcastTo;
import org.croton.processor.ops.movement.ExpandDims;
import org.croton.processor.ops.movement.Reshape;
import org.croton.processor.ops.movement.Size;
import org.croton.processor.ops.movement.Squeeze;
import org.croton.processor.ops.movement.Transpose;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;

/** Graphs for the rules whose left side has settings or asks for a structure of its operands. */
final class RuleSamples {
  private final GraphBuilder g = new GraphBuilder();
  private final DType dtype;

  private RuleSamples(DType dtype) {
    this.dtype = dtype;
  }

  private Node in(int index, int... shape) {
    return g.parameter(0, index, new TensorType(dtype, Shape.of(shape)));
  }

  private Node scalar(int index) {
    return in(index);
  }

  private Node size(int size) {
    return g.apply(Size.OP, new SizeAttrs(Dim.of(size)), List.of());
  }

  private Node indices(long... elements) {
    return g.constant(Literal.integers(DType.I64, new int[] {elements.length}, elements));
  }

  private Node raw(Operator op, Attrs attrs, Node x) {
    return g.apply(op, attrs, List.of(x));
  }

  private static SliceAttrs box(int start, int step, int size) {
    return new SliceAttrs(List.of(Dim.of(start)), List.of(step), List.of(Dim.of(size)));
  }

  /** The sample for a rule, or null if its pattern alone is enough. */
  static Node of(String rule, DType dtype) {
    Function<RuleSamples, Node> sample = SAMPLES.get(rule);
    return sample == null ? null : sample.apply(new RuleSamples(dtype));
  }

  static Map<String, Function<RuleSamples, Node>> all() {
    return SAMPLES;
  }

  private static Node total(Node x) {
    return sum(exp(x), List.of(1));
  }

  private static final Map<String, Function<RuleSamples, Node>> SAMPLES =
      Map.ofEntries(
          entry("size-plus-size", s -> add(s.size(3), s.size(4))),
          entry("size-minus-size", s -> sub(s.size(3), s.size(4))),
          entry("size-times-size", s -> mul(s.size(3), s.size(4))),
          entry("abs-non-negative", s -> abs(exp(s.in(0, 40)))),
          entry("pow-half", s -> pow(square(s.in(0, 40)), s.g.constant(s.dtype, 0.5))),
          entry("log-scaled-exp", s -> log(mul(exp(s.in(0, 40)), abs(s.in(1, 40))))),
          entry("log-exp-over", s -> log(div(exp(s.in(0, 40)), abs(s.in(1, 40))))),
          entry(
              "log-sum-of-two-exp",
              s -> log(add(exp(s.in(0, 40)), add(exp(s.in(1, 40)), exp(s.in(2, 40)))))),
          entry("cast-same", s -> s.raw(Cast.OP, new DTypeAttrs(s.dtype), s.in(0, 40))),
          entry("cast-cast", s -> cast(cast(s.in(0, 40), DType.F64), DType.F32)),
          entry("sum-of-nothing-reduced", s -> sum(s.in(0, 2, 3), List.of())),
          entry("sum-negated", s -> sum(neg(s.in(0, 2, 3)), List.of(1))),
          entry("sum-scaled", s -> sum(mul(s.scalar(0), s.in(1, 2, 3)), List.of(0))),
          entry("sum-divided", s -> sum(div(s.in(1, 2, 3), s.scalar(0)), List.of(0))),
          entry("sum-sum", s -> sum(sum(s.in(0, 2, 3, 2), List.of(1)), List.of(1))),
          entry(
              "sum-transposed",
              s -> sum(transpose(s.in(0, 2, 3, 4), List.of(2, 0, 1)), List.of(1))),
          entry("log-product", s -> log(prod(s.in(0, 2, 3), List.of(1)))),
          entry("log-product-non-negative", s -> log(prod(abs(s.in(0, 2, 3)), List.of(1)))),
          entry(
              "transpose-transpose",
              s -> transpose(transpose(s.in(0, 2, 3, 4), List.of(2, 0, 1)), List.of(1, 0, 2))),
          entry(
              "transpose-nothing",
              s -> s.raw(Transpose.OP, new OrderAttrs(List.of(0, 1)), s.in(0, 2, 3))),
          entry(
              "reshape-reshape",
              s -> reshape(reshape(s.in(0, 2, 6), Shape.of(3, 4)), Shape.of(4, 3))),
          entry(
              "reshape-nothing",
              s -> s.raw(Reshape.OP, new ShapeAttrs(Shape.of(2, 3)), s.in(0, 2, 3))),
          entry(
              "squeeze-expanded", s -> squeeze(expandDims(s.in(0, 2, 3), List.of(1)), List.of(1))),
          entry("squeeze-nothing", s -> s.raw(Squeeze.OP, new AxesAttrs(List.of()), s.in(0, 2, 3))),
          entry(
              "expand-squeezed",
              s -> expandDims(squeeze(s.in(0, 2, 1, 3), List.of(1)), List.of(1))),
          entry(
              "expand-nothing", s -> s.raw(ExpandDims.OP, new AxesAttrs(List.of()), s.in(0, 2, 3))),
          entry(
              "broadcast-broadcast",
              s -> broadcastTo(broadcastTo(s.in(0, 3), Shape.of(2, 3)), Shape.of(4, 2, 3))),
          entry(
              "broadcast-nothing",
              s -> s.raw(BroadcastTo.OP, new ShapeAttrs(Shape.of(2, 3)), s.in(0, 2, 3))),
          entry("slice-slice", s -> slice(slice(s.in(0, 12), box(10, -2, 5)), box(1, 3, 2))),
          entry("slice-everything", s -> slice(s.in(0, 12), box(0, 1, 12))),
          entry(
              "slice-gathered",
              s ->
                  slice(
                      gather(s.in(0, 4, 3), List.of(s.indices(2, 0)), 0),
                      new SliceAttrs(
                          List.of(Dim.ZERO, Dim.ONE),
                          List.of(1, 1),
                          List.of(Dim.of(2), Dim.of(2))))),
          entry("log-sum-exp", s -> log(total(s.in(0, 2, 3)))),
          entry(
              "softmax",
              s -> div(exp(s.in(0, 2, 3)), expandDims(total(s.in(0, 2, 3)), List.of(1)))),
          entry(
              "scaled-softmax",
              s ->
                  div(
                      mul(s.in(1, 2, 3), exp(s.in(0, 2, 3))),
                      expandDims(total(s.in(0, 2, 3)), List.of(1)))),
          entry(
              "log-gathered-softmax",
              s -> log(gather(div(exp(s.in(0, 3)), abs(s.in(1, 3))), List.of(s.indices(2, 0)), 0))),
          entry(
              "log-softmax-gathered-at-pairs",
              s ->
                  log(
                      gather(
                          div(exp(s.in(0, 2, 3)), abs(s.in(1, 2, 3))),
                          List.of(s.indices(0, 1), s.indices(2, 0)),
                          0))),
          entry("contract-negated", s -> product(neg(s.in(0, 2, 3)), s.in(1, 3, 2))),
          entry("contract-by-negated", s -> product(s.in(0, 2, 3), neg(s.in(1, 3, 2)))),
          entry("contract-scaled", s -> product(mul(s.scalar(2), s.in(0, 2, 3)), s.in(1, 3, 2))),
          entry("contract-by-scaled", s -> product(s.in(0, 2, 3), mul(s.scalar(2), s.in(1, 3, 2)))),
          entry(
              "contract-transposed",
              s -> product(transpose(s.in(0, 3, 2), List.of(1, 0)), s.in(1, 3, 4))),
          entry(
              "contract-by-transposed",
              s -> product(s.in(0, 2, 3), transpose(s.in(1, 4, 3), List.of(1, 0)))),
          entry(
              "transpose-contracted",
              s -> transpose(product(s.in(0, 2, 3), s.in(1, 3, 4)), List.of(1, 0))));

  private static Node product(Node a, Node b) {
    return contract(a, b, "ij", "jk", "ik");
  }
}
