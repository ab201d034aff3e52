package org.croton.processor.ops.contraction;

import static org.croton.processor.ops.elementwise.Add.add;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.croton.DType;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.loop.Axis;
import org.croton.processor.loop.Combine;
import org.croton.processor.loop.Nest;
import org.croton.processor.loop.Scalar;
import org.croton.processor.op.ContractAttrs;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.rule.Pattern;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.croton.processor.type.Type;
import org.croton.processor.type.TypeMismatch;
import org.jspecify.annotations.Nullable;

/**
 * The sum of products of two arrays over the letters that the result lacks, {@link ContractAttrs}:
 * dot, matrix, batched and outer products. Every letter stands in two at least of left, right and
 * result, and at most once in each.
 */
public final class Contract extends OpDef {
  public static final Contract OP = new Contract();

  private Contract() {
    super("contract");
  }

  public static Node contract(Node a, Node b, String left, String right, String result) {
    return contract(a, b, new ContractAttrs(left, right, result));
  }

  public static Node contract(Node a, Node b, ContractAttrs attrs) {
    return a.builder().apply(OP, attrs, List.of(a, b));
  }

  /** In a rule: the letters go under {@code attrsName}. */
  public static Pattern contract(String attrsName, Pattern a, Pattern b) {
    return Pattern.callAs(attrsName, OP, a, b);
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    TensorType a = arguments.get(0).tensor();
    TensorType b = arguments.get(1).tensor();
    if (a.dtype() != b.dtype()) {
      throw new TypeMismatch(
          "dtype-mismatch", "a product needs one dtype: " + a.dtype() + " and " + b.dtype());
    }
    if (a.dtype() == DType.BOOL) {
      throw new TypeMismatch("dtype-unsupported", "a product is not defined for BOOL");
    }
    return List.of(a.withShape(Letters.result((ContractAttrs) attrs, a.shape(), b.shape())));
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    return List.of(
        Letters.multiply(apply.attrs(ContractAttrs.class), arguments.get(0), arguments.get(1)));
  }

  @Override
  public void pullback(Apply apply, Pullback pullback) {
    ContractAttrs at = apply.attrs(ContractAttrs.class);
    Node a = apply.argument(0);
    Node b = apply.argument(1);
    Node g = pullback.cotangent();
    if (pullback.wants(0)) {
      pullback.accumulate(0, contract(g, b, at.result(), at.right(), at.left()));
    }
    if (pullback.wants(1)) {
      pullback.accumulate(1, contract(a, g, at.left(), at.result(), at.right()));
    }
  }

  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    ContractAttrs at = apply.attrs(ContractAttrs.class);
    Node a = pushforward.tangent(0);
    Node b = pushforward.tangent(1);
    Node left = a == null ? null : contract(a, apply.argument(1), at);
    Node right = b == null ? null : contract(apply.argument(0), b, at);
    return Collections.singletonList(
        left != null && right != null ? add(left, right) : left != null ? left : right);
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    ContractAttrs at = apply.attrs(ContractAttrs.class);
    Map<Character, Axis> axes = new LinkedHashMap<>();
    Shape result = apply.tensor().shape();
    for (int i = 0; i < result.rank(); i++) {
      axes.put(at.result().charAt(i), Axis.parallel(result.dim(i)));
    }
    Shape a = apply.argument(0).tensor().shape();
    for (int i = 0; i < a.rank(); i++) {
      axes.putIfAbsent(at.left().charAt(i), Axis.reduction(a.dim(i)));
    }
    Scalar body =
        Scalar.mul(
            lowering.read(0, positions(at.left(), axes)),
            lowering.read(1, positions(at.right(), axes)));
    lowering.emit(
        new Nest(
            List.copyOf(axes.values()),
            lowering.result(),
            positions(at.result(), axes),
            Combine.SUM,
            body,
            null,
            List.of()));
  }

  private static List<Scalar> positions(String letters, Map<Character, Axis> axes) {
    List<Scalar> positions = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      positions.add(Scalar.at(Objects.requireNonNull(axes.get(letters.charAt(i)))));
    }
    return positions;
  }
}
