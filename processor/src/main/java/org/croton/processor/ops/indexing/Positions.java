package org.croton.processor.ops.indexing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.croton.processor.ir.Literal;
import org.croton.processor.op.RowMajor;

/** Where in an array integer arrays point to, for reference meanings. */
final class Positions {
  private final int[] array;
  private final List<Literal> indices;
  private final int axis;
  private final int[] common;
  private final int[] shape;

  Positions(int[] array, List<Literal> indices, int axis) {
    this.array = array;
    this.indices = indices;
    this.axis = axis;
    this.common = common(indices);
    this.shape = shape();
  }

  private static int[] common(List<Literal> indices) {
    int rank = indices.stream().mapToInt(Literal::rank).max().orElse(0);
    int[] common = new int[rank];
    Arrays.fill(common, 1);
    for (Literal index : indices) {
      int[] own = index.shape();
      for (int i = 0; i < own.length; i++) {
        int place = rank - own.length + i;
        common[place] = own[i] == 1 ? common[place] : own[i];
      }
    }
    return common;
  }

  /** The shape of the gathered elements. */
  int[] shape() {
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < axis; i++) {
      sizes.add(array[i]);
    }
    for (int size : common) {
      sizes.add(size);
    }
    for (int i = axis + indices.size(); i < array.length; i++) {
      sizes.add(array[i]);
    }
    return sizes.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Flat position in the array of a flat position among the gathered elements. */
  int flat(int gathered) {
    int[] at = RowMajor.index(gathered, shape);
    int[] source = new int[array.length];
    System.arraycopy(at, 0, source, 0, axis);
    int[] inner = Arrays.copyOfRange(at, axis, axis + common.length);
    for (int i = 0; i < indices.size(); i++) {
      source[axis + i] = index(indices.get(i), inner, array[axis + i]);
    }
    int tail = array.length - axis - indices.size();
    System.arraycopy(at, at.length - tail, source, array.length - tail, tail);
    return RowMajor.flat(source, array);
  }

  private static int index(Literal indices, int[] at, int size) {
    int[] own = indices.shape();
    int[] place = new int[own.length];
    for (int i = 0; i < own.length; i++) {
      place[i] = own[i] == 1 ? 0 : at[at.length - own.length + i];
    }
    long index = indices.integer(RowMajor.flat(place, own));
    if (index < -size || index >= size) {
      throw new IndexOutOfBoundsException("Index " + index + " out of bounds for length " + size);
    }
    return (int) (index < 0 ? index + size : index);
  }
}
