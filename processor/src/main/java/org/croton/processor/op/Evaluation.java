package org.croton.processor.op;

import java.util.List;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Region;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;

/** What the reference meaning of an op may ask of the evaluator that runs it. */
public interface Evaluation {
  /** The size of a dim in this run. */
  int size(Dim dim);

  /** Sizes of all dims of a shape. */
  default int[] sizes(Shape shape) {
    return shape.dims().stream().mapToInt(this::size).toArray();
  }

  /** Results of a region for these parameters. */
  List<Literal> run(Region region, List<Literal> parameters);
}
