package org.croton.processor.frontend.body;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.value.FunctionValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.jspecify.annotations.Nullable;

/** A lambda with the variables in reach where it was written. */
final class Lambda implements FunctionValue {
  private final Reading reading;
  private final LambdaExpressionTree tree;
  private final Frame frame;

  Lambda(Reading reading, LambdaExpressionTree tree, Frame frame) {
    this.reading = reading;
    this.tree = tree;
    this.frame = frame;
  }

  /** Where the lambda stands. */
  Frame frame() {
    return frame;
  }

  @Override
  public int arity() {
    return tree.getParameters().size();
  }

  @Override
  public Value call(List<Value> arguments) {
    if (arguments.size() != arity()) {
      throw reading.mistake(
          Code.NO_APPLICABLE_METHOD,
          tree,
          frame,
          "lambda",
          reading.source.valueTypes().describe(arguments),
          "; it has " + arity() + " parameters");
    }
    Frame inner = frame.block();
    for (int i = 0; i < arguments.size(); i++) {
      VariableTree parameter = tree.getParameters().get(i);
      TypeMirror type = type(parameter, inner);
      Value value = reading.conversions.assign(arguments.get(i), type, reading.span(tree, frame));
      String name = parameter.getName().toString();
      inner.scope().add(new Scope.Variable(name, type, null, reading.store.make(name, value)));
    }
    if (!(tree.getBody() instanceof BlockTree block)) {
      return reading.expressions.evaluate(tree.getBody(), inner);
    }
    Completion completion = reading.statements.body(block, inner);
    if (completion.value() == Value.Missing.POISON) {
      throw new Poisoned();
    }
    return reading.sharing.unpacked("result", completion.value());
  }

  private @Nullable TypeMirror type(VariableTree parameter, Frame inner) {
    // An implicit parameter has no type in the syntax, or one that only attribution would fill in.
    return parameter.getType() == null
        ? null
        : reading.source.typeNames().find(parameter.getType(), inner.site());
  }
}
