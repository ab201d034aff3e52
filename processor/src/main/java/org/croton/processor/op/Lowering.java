package org.croton.processor.op;

import java.util.ArrayList;
import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Buffer;
import org.croton.processor.loop.Scalar;
import org.croton.processor.loop.Step;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/** Where an op's lowering finds its operands and puts its nests. */
public interface Lowering {
  Buffer argument(int index);

  Buffer result(int index);

  default Buffer result() {
    return result(0);
  }

  /** A buffer for an intermediate value of this op. */
  Buffer temporary(TensorType type);

  void emit(Step step);

  /** Number under which a failing check of this op is reported. */
  int site();

  /**
   * Lowers a region.
   *
   * @param parameters where the region's parameters are found: one entry each, null for a new
   *     buffer that the caller's step fills
   */
  Body body(Region region, List<? extends @Nullable Buffer> parameters);

  /** A lowered region. */
  record Body(List<Buffer> parameters, List<Step> steps, List<Buffer> results) {}

  /** The scalar of a rank-0 argument. */
  default Scalar scalar(int argument) {
    return read(argument, List.of());
  }

  /** An element of an argument. */
  default Scalar read(int argument, List<Scalar> at) {
    return new Scalar.Read(argument(argument), at);
  }

  /** One parallel axis per dim. */
  static List<Axis> axes(Shape shape) {
    return shape.dims().stream().map(Axis::parallel).toList();
  }

  static List<Scalar> positions(List<Axis> axes) {
    return axes.stream().map(Scalar::at).toList();
  }

  /**
   * The element of an argument that NumPy's broadcasting pairs with a position of the result: the
   * last axes align, an axis of extent 1 is read at 0.
   */
  default Scalar readBroadcast(int argument, Node node, List<Axis> axes) {
    Shape shape = node.tensor().shape();
    List<Scalar> at = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      Axis over = axes.get(axes.size() - shape.rank() + axis);
      boolean stretched = shape.dim(axis).isOne() && !over.extent().isOne();
      at.add(stretched ? Scalar.whole(0) : Scalar.at(over));
    }
    return read(argument, at);
  }
}
