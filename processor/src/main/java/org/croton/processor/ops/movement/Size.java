package org.croton.processor.ops.movement;

import java.util.List;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.SizeAttrs;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;

/** A size as a value: I64, a scalar. */
public final class Size extends Value {
  public static final Size OP = new Size();

  private Size() {
    super("size");
  }

  /** A constant if the size is one. */
  public static Node size(GraphBuilder builder, Dim dim) {
    return dim.isConstant()
        ? builder.constant(DType.I64, dim.constant())
        : builder.apply(OP, new SizeAttrs(dim), List.of());
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    return List.of(TensorType.scalar(DType.I64));
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    long size = evaluation.size(apply.attrs(SizeAttrs.class).size());
    return List.of(Literal.scalar(DType.I64, size));
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    Scalar size = Scalar.extent(apply.attrs(SizeAttrs.class).size());
    lowering.emit(Nest.map(List.of(), lowering.result(), size));
  }
}
