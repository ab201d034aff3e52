package org.croton.processor.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The dims of an array, outermost first. The empty shape is a scalar's. */
public record Shape(List<Dim> dims) {
  public static final Shape SCALAR = new Shape(List.of());

  public Shape {
    dims = List.copyOf(dims);
  }

  public static Shape of(Dim... dims) {
    return new Shape(Arrays.asList(dims));
  }

  public static Shape of(int... sizes) {
    return new Shape(Arrays.stream(sizes).mapToObj(Dim::of).collect(Collectors.toList()));
  }

  public int rank() {
    return dims.size();
  }

  public Dim dim(int axis) {
    return dims.get(axis);
  }

  /** Number of elements. */
  public Dim size() {
    Dim size = Dim.ONE;
    for (Dim dim : dims) {
      size = size.times(dim);
    }
    return size;
  }

  public Shape without(int axis) {
    List<Dim> rest = new ArrayList<>(dims);
    rest.remove(axis);
    return new Shape(rest);
  }

  public Shape with(int axis, Dim dim) {
    List<Dim> more = new ArrayList<>(dims);
    more.add(axis, dim);
    return new Shape(more);
  }

  public Shape replace(int axis, Dim dim) {
    List<Dim> changed = new ArrayList<>(dims);
    changed.set(axis, dim);
    return new Shape(changed);
  }

  @Override
  public String toString() {
    return dims.stream().map(Dim::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
