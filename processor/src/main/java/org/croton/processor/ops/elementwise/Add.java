package org.croton.processor.ops.elementwise;

import static org.croton.processor.ops.elementwise.Mul.mul;
import static org.croton.processor.ops.elementwise.Neg.neg;
import static org.croton.processor.ops.elementwise.Sub.sub;
import static org.croton.processor.ops.elementwise.Where.where;
import static org.croton.processor.rule.Accuracy.EXACT;
import static org.croton.processor.rule.Accuracy.EXACT_BUT_ZERO_SIGN;
import static org.croton.processor.rule.Accuracy.REASSOCIATES;
import static org.croton.processor.rule.Variables.A;
import static org.croton.processor.rule.Variables.C;
import static org.croton.processor.rule.Variables.TWO;
import static org.croton.processor.rule.Variables.X;
import static org.croton.processor.rule.Variables.Y;
import static org.croton.processor.rule.Variables.ZERO;

import java.util.List;
import org.croton.processor.ir.Node;
import org.croton.processor.loop.Primitive;
import org.croton.processor.op.Binary;
import org.croton.processor.rule.Guard;
import org.croton.processor.rule.Pattern;
import org.croton.processor.rule.Rule;

/** {@code x + y}; integers wrap. */
public final class Add extends Binary {
  public static final Add OP = new Add();

  private Add() {
    super("add", Accepts.NUMBERS, Primitive.ADD);
  }

  public static Node add(Node x, Node y) {
    return OP.of(x, y);
  }

  public static Pattern add(Pattern x, Pattern y) {
    return OP.of(x, y);
  }

  @Override
  protected double evaluate(double x, double y) {
    return x + y;
  }

  @Override
  protected long evaluate(long x, long y) {
    return x + y;
  }

  @Override
  protected Node derivativeX(Node x, Node y, Node r) {
    return like(r, 1);
  }

  @Override
  protected Node derivativeY(Node x, Node y, Node r) {
    return like(r, 1);
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        Rule.canonicalize("add-zero").from(add(X, ZERO)).to(X).accuracy(EXACT_BUT_ZERO_SIGN),
        Rule.canonicalize("add-negated").from(add(X, neg(Y))).to(sub(X, Y)).accuracy(EXACT),
        Rule.canonicalize("add-same").from(add(X, X)).to(mul(X, TWO)).accuracy(EXACT),
        // The adjoint of where arrives in two halves.
        Rule.canonicalize("add-masked-halves")
            .from(add(where(C, X, ZERO), where(C, ZERO, Y)))
            .to(where(C, X, Y))
            .accuracy(EXACT_BUT_ZERO_SIGN),
        Rule.specialize("factor-out")
            .from(add(mul(A, X), mul(A, Y)))
            .to(mul(A, add(X, Y)))
            .accuracy(REASSOCIATES)
            .where(Guard.floating("a")));
  }

  @Override
  public boolean isCommutative() {
    return true;
  }
}
