package org.croton.processor.rewrite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Constant;
import org.croton.processor.ir.Graph;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.op.AxesAttrs;
import org.croton.processor.op.Elementwise;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Movement;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Reduction;
import org.croton.processor.ops.contraction.Contract;
import org.croton.processor.ops.indexing.Gather;

/**
 * Computes values of small graphs as real numbers. Ops that only move elements are run on positions
 * instead of elements; the arithmetic is written anew here.
 */
final class ReferenceRun {
  /** Elements in reading order under a shape. */
  record Reals(int[] shape, List<Real> elements) {
    static Reals of(Literal literal, int digits) {
      List<Real> elements =
          IntStream.range(0, literal.count())
              .mapToObj(i -> Real.of(literal.real(i), digits))
              .toList();
      return new Reals(literal.shape(), elements);
    }
  }

  private final Map<Node, Reals> known = new HashMap<>();
  private final Evaluation sizes = new SampleRun(Map.of(), Map.of());

  private final int digits;

  /** Computes to this many digits. */
  ReferenceRun(Map<Node, Literal> leaves, int digits) {
    this.digits = digits;
    leaves.forEach((node, value) -> known.put(node, Reals.of(value, digits)));
  }

  Reals value(Node output) {
    for (Node node : Graph.reachable(List.of(output))) {
      if (!known.containsKey(node)) {
        known.put(
            node,
            node instanceof Constant
                ? Reals.of(((Constant) node).value(), digits)
                : compute((Apply) node));
      }
    }
    return known.get(output);
  }

  private Reals compute(Apply apply) {
    List<Reals> arguments = apply.arguments().stream().map(known::get).toList();
    if (apply.operator() instanceof Elementwise) {
      return elementwise(apply, arguments);
    }
    if (apply.operator() instanceof Reduction) {
      return reduction(apply, arguments.get(0));
    }
    if (apply.operator() instanceof Movement || apply.is(Gather.OP)) {
      return move(apply, arguments);
    }
    if (apply.is(Contract.OP)) {
      return contract(apply, arguments);
    }
    throw new IllegalArgumentException("no reference for " + apply.operator());
  }

  private static int[] shape(Apply apply) {
    return apply.tensor().shape().dims().stream().mapToInt(dim -> (int) dim.constant()).toArray();
  }

  private Reals elementwise(Apply apply, List<Reals> arguments) {
    int[] shape = shape(apply);
    List<Real> elements = new ArrayList<>();
    for (int i = 0; i < Literal.count(shape); i++) {
      List<Real> x = new ArrayList<>();
      for (Reals argument : arguments) {
        x.add(argument.elements().get(paired(i, shape, argument.shape())));
      }
      elements.add(RealFunctions.apply(apply, x));
    }
    return new Reals(shape, elements);
  }

  /** Flat position in an operand that broadcasting pairs with a flat position of the result. */
  private static int paired(int position, int[] shape, int[] own) {
    int rest = position;
    int flat = 0;
    int stride = 1;
    for (int back = 1; back <= own.length; back++) {
      int size = shape[shape.length - back];
      flat += own[own.length - back] == 1 ? 0 : rest % size * stride;
      rest /= size;
      stride *= own[own.length - back];
    }
    return flat;
  }

  private static Reals reduction(Apply apply, Reals x) {
    List<Integer> axes = apply.attrs(AxesAttrs.class).axes();
    int[] shape = shape(apply);
    List<Real> result = new ArrayList<>();
    IntStream.range(0, Literal.count(shape)).forEach(i -> result.add(null));
    for (int i = 0; i < x.elements().size(); i++) {
      int to = 0;
      int stride = 1;
      int rest = i;
      for (int axis = x.shape().length - 1; axis >= 0; axis--) {
        if (!axes.contains(axis)) {
          to += rest % x.shape()[axis] * stride;
          stride *= x.shape()[axis];
        }
        rest /= x.shape()[axis];
      }
      Real so = result.get(to);
      Real element = x.elements().get(i);
      result.set(to, so == null ? element : RealFunctions.combine(apply.operator(), so, element));
    }
    return new Reals(shape, result);
  }

  /** Moves positions 0, 1, ... of the first argument and then reads its elements there. */
  private Reals move(Apply apply, List<Reals> arguments) {
    Reals x = arguments.get(0);
    List<Literal> operands = new ArrayList<>();
    long[] positions = IntStream.range(0, x.elements().size()).asLongStream().toArray();
    operands.add(Literal.integers(DType.I64, x.shape(), positions));
    for (Reals index : arguments.subList(1, arguments.size())) {
      long[] at = index.elements().stream().mapToLong(r -> (long) r.toDouble()).toArray();
      operands.add(Literal.integers(DType.I64, index.shape(), at));
    }
    Literal moved = ((OpDef) apply.operator()).evaluate(apply, operands, sizes).get(0);
    List<Real> elements =
        IntStream.range(0, moved.count())
            .mapToObj(i -> x.elements().get((int) moved.integer(i)))
            .toList();
    return new Reals(moved.shape(), elements);
  }

  /** By way of one-hot arrays: an element of a bilinear result is a sum over pairs of elements. */
  private Reals contract(Apply apply, List<Reals> arguments) {
    Reals a = arguments.get(0);
    Reals b = arguments.get(1);
    Real[] sums = new Real[Literal.count(shape(apply))];
    Arrays.fill(sums, Real.ZERO);
    for (int i = 0; i < a.elements().size(); i++) {
      for (int j = 0; j < b.elements().size(); j++) {
        List<Literal> pair = List.of(oneHot(a, i), oneHot(b, j));
        Literal meets = ((OpDef) apply.operator()).evaluate(apply, pair, sizes).get(0);
        for (int k = 0; k < sums.length; k++) {
          if (meets.integer(k) == 1) {
            sums[k] = sums[k].plus(a.elements().get(i).times(b.elements().get(j)));
          }
        }
      }
    }
    return new Reals(shape(apply), List.of(sums));
  }

  private static Literal oneHot(Reals like, int position) {
    long[] elements = new long[like.elements().size()];
    elements[position] = 1;
    return Literal.integers(DType.I64, like.shape(), elements);
  }
}
