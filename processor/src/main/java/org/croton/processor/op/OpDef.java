package org.croton.processor.op;

import java.util.List;
import org.croton.processor.ir.Apply;
import org.croton.processor.ir.Literal;
import org.croton.processor.ir.Node;
import org.croton.processor.ir.Operator;
import org.croton.processor.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * An operation, complete: what it accepts ({@link #infer}), what it means ({@link #evaluate}), its
 * derivatives, its loops and its rewrite rules.
 */
public abstract class OpDef implements Operator {
  private final String name;

  protected OpDef(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  /** True if the op has two arguments whose order makes no difference to the result. */
  public boolean isCommutative() {
    return false;
  }

  /** Reference meaning: the results for these arguments, simple and slow. */
  public abstract List<Literal> evaluate(
      Apply apply, List<Literal> arguments, Evaluation evaluation);

  /**
   * Reverse mode: emits the contributions of the results' cotangents to the arguments' adjoints.
   * Called only if some result has a cotangent and some argument is wanted.
   */
  public abstract void pullback(Apply apply, Pullback pullback);

  /**
   * Forward mode: the results' tangents; null is a structural zero. Called only if some argument
   * has a tangent.
   */
  public abstract List<@Nullable Node> pushforward(Apply apply, Pushforward pushforward);

  /** Emits the nests that compute the results. */
  public abstract void lower(Apply apply, Lowering lowering);

  /** Rewrites that this op owns. */
  public List<Rule> rules() {
    return List.of();
  }

  @Override
  public final String toString() {
    return name;
  }
}
