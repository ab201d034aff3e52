package org.croton.processor.ops.contraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.croton.processor.ir.Literal;
import org.croton.processor.op.ContractAttrs;
import org.croton.processor.op.RowMajor;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TypeMismatch;

/** The letters of a contraction: their sizes, and the reference meaning of the product. */
final class Letters {
  private Letters() {}

  /** Shape of the result. Throws {@link TypeMismatch} where a letter has two sizes. */
  static Shape result(ContractAttrs attrs, Shape left, Shape right) {
    Map<Character, Dim> sizes = new LinkedHashMap<>();
    bind(sizes, attrs.left(), left, left, right);
    bind(sizes, attrs.right(), right, left, right);
    for (char letter : sizes.keySet()) {
      int places =
          places(attrs.left(), letter)
              + places(attrs.right(), letter)
              + places(attrs.result(), letter);
      if (places < 2) {
        throw new IllegalArgumentException("letter " + letter + " stands alone in " + attrs);
      }
    }
    List<Dim> dims = new ArrayList<>();
    for (char letter : attrs.result().toCharArray()) {
      Dim dim = sizes.get(letter);
      if (dim == null) {
        throw new IllegalArgumentException("letter " + letter + " has no size in " + attrs);
      }
      dims.add(dim);
    }
    return new Shape(dims);
  }

  private static int places(String letters, char letter) {
    int first = letters.indexOf(letter);
    if (first >= 0 && letters.indexOf(letter, first + 1) >= 0) {
      throw new IllegalArgumentException("letter " + letter + " stands twice in " + letters);
    }
    return first < 0 ? 0 : 1;
  }

  private static void bind(
      Map<Character, Dim> sizes, String letters, Shape shape, Shape left, Shape right) {
    if (letters.length() != shape.rank()) {
      throw new IllegalArgumentException(letters + " for the axes of " + shape);
    }
    for (int axis = 0; axis < shape.rank(); axis++) {
      Dim dim = shape.dim(axis);
      Dim known = sizes.putIfAbsent(letters.charAt(axis), dim);
      if (known != null && !known.equals(dim)) {
        throw new TypeMismatch(
            "shape-mismatch",
            "cannot multiply " + left + " and " + right + ": dim " + known + " is not dim " + dim,
            known,
            dim);
      }
    }
  }

  /** The product, summed in a double or a long. */
  static Literal multiply(ContractAttrs attrs, Literal a, Literal b) {
    String letters = attrs.result() + summed(attrs);
    int[] extents = extents(letters, attrs, a, b);
    int kept = attrs.result().length();
    int[] shape = Arrays.copyOf(extents, kept);
    boolean floating = a.dtype().isFloating();
    double[] reals = new double[floating ? Literal.count(shape) : 0];
    long[] integers = new long[floating ? 0 : Literal.count(shape)];
    int steps = Literal.count(extents);
    for (int step = 0; step < steps; step++) {
      int[] index = RowMajor.index(step, extents);
      int to = RowMajor.flat(Arrays.copyOf(index, kept), shape);
      int from = position(attrs.left(), letters, index, a.shape());
      int other = position(attrs.right(), letters, index, b.shape());
      if (floating) {
        reals[to] += a.real(from) * b.real(other);
      } else {
        integers[to] += a.integer(from) * b.integer(other);
      }
    }
    return floating
        ? Literal.reals(a.dtype(), shape, reals)
        : Literal.integers(a.dtype(), shape, integers);
  }

  private static String summed(ContractAttrs attrs) {
    StringBuilder rest = new StringBuilder();
    for (char letter : attrs.left().toCharArray()) {
      if (attrs.result().indexOf(letter) < 0) {
        rest.append(letter);
      }
    }
    return rest.toString();
  }

  private static int[] extents(String letters, ContractAttrs attrs, Literal a, Literal b) {
    int[] extents = new int[letters.length()];
    for (int i = 0; i < extents.length; i++) {
      int axis = attrs.left().indexOf(letters.charAt(i));
      extents[i] =
          axis >= 0 ? a.shape()[axis] : b.shape()[attrs.right().indexOf(letters.charAt(i))];
    }
    return extents;
  }

  private static int position(String own, String letters, int[] index, int[] shape) {
    int[] at = new int[own.length()];
    for (int axis = 0; axis < at.length; axis++) {
      at[axis] = index[letters.indexOf(own.charAt(axis))];
    }
    return RowMajor.flat(at, shape);
  }
}
