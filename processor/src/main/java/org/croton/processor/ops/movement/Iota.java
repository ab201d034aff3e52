package org.croton.processor.ops.movement;

import java.util.List;
import java.util.stream.LongStream;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.GraphBuilder;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.SizeAttrs;
import org.croton.processor.type.Dim;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;

/** The positions 0, 1, 2, ... along one axis of a given size; I64. */
public final class Iota extends Value {
  public static final Iota OP = new Iota();

  private Iota() {
    super("iota");
  }

  public static Node iota(GraphBuilder builder, Dim size) {
    return builder.apply(OP, new SizeAttrs(size), List.of());
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    return List.of(TensorType.of(DType.I64, ((SizeAttrs) attrs).size()));
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    int size = evaluation.size(apply.attrs(SizeAttrs.class).size());
    long[] positions = LongStream.range(0, size).toArray();
    return List.of(Literal.integers(DType.I64, new int[] {size}, positions));
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    List<Axis> axes = Lowering.axes(apply.tensor().shape());
    lowering.emit(Nest.map(axes, lowering.result(), Scalar.at(axes.get(0))));
  }
}
