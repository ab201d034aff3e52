package org.croton.processor.op;

import java.util.Arrays;
import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;

/** Runs the reference meaning of an elementwise op over broadcast arrays of known elements. */
final class ElementLoop {
  private final Elementwise op;
  private final Attrs attrs;
  private final DType result;
  private final List<Literal> arguments;
  private final int[] shape;

  ElementLoop(Elementwise op, Attrs attrs, DType result, List<Literal> arguments) {
    this.op = op;
    this.attrs = attrs;
    this.result = result;
    this.arguments = arguments;
    this.shape = commonShape(arguments);
  }

  private static int[] commonShape(List<Literal> arguments) {
    int rank = arguments.stream().mapToInt(Literal::rank).max().orElse(0);
    int[] shape = new int[rank];
    Arrays.fill(shape, 1);
    for (Literal argument : arguments) {
      int[] own = argument.shape();
      for (int back = 1; back <= own.length; back++) {
        if (own[own.length - back] != 1) {
          shape[rank - back] = own[own.length - back];
        }
      }
    }
    return shape;
  }

  Literal run() {
    int count = Literal.count(shape);
    boolean realOperands = arguments.stream().anyMatch(x -> x.dtype().isFloating());
    double[] reals = new double[result.isFloating() ? count : 0];
    long[] integers = new long[result.isFloating() ? 0 : count];
    for (int position = 0; position < count; position++) {
      if (result.isFloating()) {
        reals[position] = op.evaluate(realsAt(position), attrs);
      } else if (realOperands) {
        integers[position] = op.evaluateToInteger(realsAt(position), attrs);
      } else {
        integers[position] = op.evaluate(integersAt(position), attrs);
      }
    }
    return result.isFloating()
        ? Literal.reals(result, shape, reals)
        : Literal.integers(result, shape, integers);
  }

  private double[] realsAt(int position) {
    double[] x = new double[arguments.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = arguments.get(i).real(source(arguments.get(i), position));
    }
    return x;
  }

  private long[] integersAt(int position) {
    long[] x = new long[arguments.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = arguments.get(i).integer(source(arguments.get(i), position));
    }
    return x;
  }

  /** Flat position in an argument of the element that pairs with a flat position of the result. */
  private int source(Literal argument, int position) {
    int[] own = argument.shape();
    int rest = position;
    int flat = 0;
    int stride = 1;
    for (int back = 1; back <= own.length; back++) {
      int size = shape[shape.length - back];
      int index = rest % size;
      rest /= size;
      if (own[own.length - back] != 1) {
        flat += index * stride;
      }
      stride *= own[own.length - back];
    }
    return flat;
  }
}
