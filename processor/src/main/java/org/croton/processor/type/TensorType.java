package org.croton.processor.type;

import java.util.Locale;
import org.croton.DType;

/** Element type and shape of an array. */
public record TensorType(DType dtype, Shape shape) implements Type {
  public static TensorType scalar(DType dtype) {
    return new TensorType(dtype, Shape.SCALAR);
  }

  public static TensorType of(DType dtype, Dim... dims) {
    return new TensorType(dtype, Shape.of(dims));
  }

  public int rank() {
    return shape.rank();
  }

  public boolean isScalar() {
    return shape.rank() == 0;
  }

  public TensorType withShape(Shape other) {
    return new TensorType(dtype, other);
  }

  public TensorType withDtype(DType other) {
    return new TensorType(other, shape);
  }

  /** As in the text form of graphs: {@code f32[rows, 784]}. */
  @Override
  public String toString() {
    return dtype.name().toLowerCase(Locale.ROOT) + (isScalar() ? "" : shape.toString());
  }
}
