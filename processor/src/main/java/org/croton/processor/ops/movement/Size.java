package org.croton.processor.ops.movement;

import static org.croton.processor.ops.elementwise.Add.add;
import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Pattern.made;

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
import org.croton.processor.rule.Match;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;
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

  @Override
  public List<Rule> rules() {
    Pattern a = Pattern.callAs("a", OP);
    Pattern b = Pattern.callAs("b", OP);
    return List.of(
        Rule.canonicalize("size-plus-size")
            .from(add(a, b))
            .to(made("size(a + b)", match -> size(match, dim(match, "a").plus(dim(match, "b")))))
            .accuracy(EXACT),
        Rule.canonicalize("size-minus-size")
            .from(sub(a, b))
            .to(made("size(a - b)", match -> size(match, dim(match, "a").minus(dim(match, "b")))))
            .accuracy(EXACT),
        Rule.canonicalize("size-times-size")
            .from(mul(a, b))
            .to(made("size(a*b)", match -> size(match, dim(match, "a").times(dim(match, "b")))))
            .accuracy(EXACT));
  }

  private static Dim dim(Match match, String name) {
    return match.attrs(name, SizeAttrs.class).size();
  }

  private static Node size(Match match, Dim dim) {
    return size(match.root().builder(), dim);
  }
}
