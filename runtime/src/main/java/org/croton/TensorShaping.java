package org.croton;

import org.croton.runtime.Evaluation;

/**
 * The methods of {@link Tensor} that change its shape and keep its elements.
 *
 * <p>Axes may count from the end. Every method returns a new tensor and throws {@link
 * ShapeException} if the shape does not fit the elements, {@link CrotonException} for a wrong axis
 * or a dim name outside compiled code.
 */
public sealed interface TensorShaping permits Tensor {
  /** The size of a named dim: in compiled code only, elsewhere a {@link CrotonException}. */
  default int dim(String name) {
    throw DimNames.refused("dim", name);
  }

  /** The same elements in a new shape; one dim may be -1 and follows from the others. */
  default Tensor reshape(int... shape) {
    return Evaluation.tensor("reshape", this, shape);
  }

  /** The same elements in a new shape given in dim arithmetic. */
  default Tensor reshape(String dims) {
    throw DimNames.refused("reshape", dims);
  }

  /** The axes in reverse order. */
  default Tensor transpose() {
    return Evaluation.tensor("transpose", this);
  }

  /** The axes in a new order: axis {@code i} of the result is axis {@code axes[i]}. */
  default Tensor transpose(int... axes) {
    return Evaluation.tensor("transpose", this, axes);
  }

  /** The axes in the order of the named dims. */
  default Tensor transpose(String dims) {
    throw DimNames.refused("transpose", dims);
  }

  /** A new axis of size 1 at a place in the result. */
  default Tensor expandDims(int axis) {
    return Evaluation.tensor("expandDims", this, axis);
  }

  /** Without the given axes, which must have size 1, or without all such axes. */
  default Tensor squeeze(int... axes) {
    return Evaluation.tensor("squeeze", this, axes);
  }

  /** Repeated along new leading axes and axes of size 1 to a shape. */
  default Tensor broadcastTo(int... shape) {
    return Evaluation.tensor("broadcastTo", this, shape);
  }
}
