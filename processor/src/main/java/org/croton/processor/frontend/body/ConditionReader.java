package org.croton.processor.frontend.body;

import static org.croton.processor.ops.elementwise.And.and;
import static org.croton.processor.ops.elementwise.Not.not;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.Tree;
import java.util.function.Supplier;
import org.croton.DType;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;

/** Evaluates conditions, and what depends on one that only the data knows. */
final class ConditionReader {
  private final Reading reading;

  ConditionReader(Reading reading) {
    this.reading = reading;
  }

  Merge merge(Choice choice) {
    return new Merge(reading, choice);
  }

  /** A known or run-time boolean. Throws {@link Mistake} for anything else. */
  Value truth(Tree tree, Frame frame) {
    Value value = reading.expressions.evaluate(tree, frame);
    if (value instanceof Value.Tensor tensor) {
      throw reading.mistake(Code.TENSOR_CONDITION, tree, frame, tensor.node().type());
    }
    boolean known = value instanceof Value.Known k && k.kind() == JavaKind.BOOLEAN;
    boolean scalar = value instanceof Value.Scalar s && s.kind() == JavaKind.BOOLEAN;
    if (!known && !scalar) {
      throw reading.mistake(
          Code.INCOMPATIBLE_TYPES,
          tree,
          frame,
          reading.source.valueTypes().describe(value),
          "boolean");
    }
    return value;
  }

  /** {@code c ? a : b}. */
  Value choose(ConditionalExpressionTree tree, Frame frame) {
    Value condition = truth(tree.getCondition(), frame);
    if (condition instanceof Value.Known known) {
      return reading.expressions.evaluate(
          known.isTrue() ? tree.getTrueExpression() : tree.getFalseExpression(), frame);
    }
    Value.Scalar scalar = (Value.Scalar) condition;
    return chosen(
        scalar,
        () -> reading.expressions.evaluate(tree.getTrueExpression(), frame),
        () -> reading.expressions.evaluate(tree.getFalseExpression(), frame),
        () -> reading.span(tree, frame));
  }

  /** The value of one of two expressions. */
  Value chosen(
      Value.Scalar condition, Supplier<Value> then, Supplier<Value> otherwise, Supplier<Span> at) {
    Completion completion =
        reading.fork.run(condition, () -> yielded(then.get()), () -> yielded(otherwise.get()), at);
    return reading.sharing.unpacked("chosen", completion.value());
  }

  private static Completion yielded(Value value) {
    return Completion.of(Completion.Kind.YIELD, null, value);
  }

  /** A boolean as a node. */
  Node node(Value truth) {
    return reading.conversions.node(truth, JavaKind.BOOLEAN);
  }

  /** The truth as a node. */
  Node always() {
    return reading.builder().constant(DType.BOOL, 1L);
  }

  /** Evaluates something that runs only where the condition has a value. */
  <T> T under(Value.Scalar condition, boolean expected, Supplier<T> body) {
    Cell outer = reading.guard;
    Node here = expected ? condition.node() : not(condition.node());
    Node both = outer == null ? here : and(reading.guardNode(), here);
    reading.guard = reading.store.make("guard", new Value.Scalar(JavaKind.BOOLEAN, both));
    try {
      return body.get();
    } finally {
      reading.guard = outer;
    }
  }
}
