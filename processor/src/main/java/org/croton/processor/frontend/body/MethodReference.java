package org.croton.processor.frontend.body;

import com.sun.source.tree.MemberReferenceTree;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.FunctionValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.jspecify.annotations.Nullable;

/** {@code Type::method} or {@code object::method}. */
final class MethodReference implements FunctionValue {
  private final Reading reading;
  private final MemberReferenceTree tree;
  private final Frame frame;
  private final @Nullable TypeElement type;
  private final @Nullable Cell receiver;

  private MethodReference(
      Reading reading,
      MemberReferenceTree tree,
      Frame frame,
      @Nullable TypeElement type,
      @Nullable Cell receiver) {
    this.reading = reading;
    this.tree = tree;
    this.frame = frame;
    this.type = type;
    this.receiver = receiver;
  }

  /** Throws {@link Mistake} for a constructor reference. */
  static MethodReference of(Reading reading, MemberReferenceTree tree, Frame frame) {
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      throw reading.mistake(
          Code.UNSUPPORTED_EXPRESSION,
          tree,
          frame,
          "a constructor reference is not possible in a compiled method");
    }
    TypeElement type = reading.names.classNamed(tree.getQualifierExpression(), frame);
    if (type != null) {
      return new MethodReference(reading, tree, frame, type, null);
    }
    Value receiver = reading.expressions.evaluate(tree.getQualifierExpression(), frame);
    return new MethodReference(
        reading, tree, frame, null, reading.store.make("receiver", receiver));
  }

  @Override
  public int arity() {
    return -1;
  }

  @Override
  public Value call(List<Value> arguments) {
    String name = tree.getName().toString();
    if (receiver != null) {
      return reading.calls.onReceiver(reading.read(receiver), name, arguments, tree, frame);
    }
    if (type == null) {
      throw new IllegalStateException(name);
    }
    List<ExecutableElement> statics =
        reading.source.members().methods(type, name).stream()
            .filter(method -> method.getModifiers().contains(Modifier.STATIC))
            .filter(method -> takes(method, arguments.size()))
            .toList();
    if (!statics.isEmpty()) {
      return reading.calls.onStatics(name, statics, arguments, tree, frame);
    }
    if (arguments.isEmpty()) {
      throw reading.mistake(Code.UNKNOWN_METHOD, tree, frame, type.getSimpleName(), name, "");
    }
    return reading.calls.onReceiver(
        arguments.get(0), name, arguments.subList(1, arguments.size()), tree, frame);
  }

  private static boolean takes(ExecutableElement method, int count) {
    int declared = method.getParameters().size();
    return method.isVarArgs() ? count >= declared - 1 : count == declared;
  }
}
