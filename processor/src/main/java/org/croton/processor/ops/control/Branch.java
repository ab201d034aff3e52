package org.croton.processor.ops.control;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Attrs;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Region;
import org.croton.processor.op.Evaluation;
import org.croton.processor.op.Lowering;
import org.croton.processor.op.OpDef;
import org.croton.processor.op.Pullback;
import org.croton.processor.op.Pushforward;
import org.croton.processor.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * One of two computations; the other is not run at all. Its arguments are the condition (a BOOL
 * scalar) and inputs. Both regions take the inputs and give the results: the first where the
 * condition holds, the second where it does not.
 *
 * <p>{@link BranchDraft} puts branches together.
 */
public final class Branch extends OpDef {
  public static final Branch OP = new Branch();

  private Branch() {
    super("branch");
  }

  @Override
  public List<Type> infer(Attrs attrs, List<Node> arguments, List<Region> regions) {
    LoopTypes.require(!arguments.isEmpty(), "a condition");
    LoopTypes.requireCondition(arguments.get(0));
    LoopTypes.require(regions.size() == 2, "two arms");
    List<Type> inputs = types(arguments.subList(1, arguments.size()));
    for (Region arm : regions) {
      LoopTypes.require(types(arm.parameters()).equals(inputs), "a parameter for each input");
    }
    List<Type> results = types(regions.get(0).results());
    LoopTypes.require(!results.isEmpty(), "results");
    LoopTypes.require(types(regions.get(1).results()).equals(results), "arms of the same types");
    return results;
  }

  private static List<Type> types(List<? extends Node> nodes) {
    return nodes.stream().map(Node::type).toList();
  }

  @Override
  public List<Literal> evaluate(Apply apply, List<Literal> arguments, Evaluation evaluation) {
    int arm = arguments.get(0).integer(0) != 0 ? 0 : 1;
    return evaluation.run(apply.regions().get(arm), arguments.subList(1, arguments.size()));
  }

  /** A branch on the same condition, each arm of which differentiates its own. */
  @Override
  public void pullback(Apply apply, Pullback pullback) {
    BranchDerivatives.pullback(apply, pullback);
  }

  /** A branch on the same condition over the arms' tangents. */
  @Override
  public List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward) {
    return BranchDerivatives.pushforward(apply, pushforward);
  }

  @Override
  public void lower(Apply apply, Lowering lowering) {
    new BranchLowering(apply, lowering).emit();
  }
}
