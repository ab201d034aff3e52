package org.croton.processor.frontend.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.names.Members;
import org.croton.processor.frontend.names.Overloads;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.FunctionValue;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.DidYouMean;
import org.croton.processor.report.Mistake;
import org.jspecify.annotations.Nullable;

/** Evaluates method calls: finds the method that Java would call, then reads or computes it. */
final class CallReader {
  private final Reading reading;
  private final LibraryCalls library;

  CallReader(Reading reading) {
    this.reading = reading;
    this.library = new LibraryCalls(reading);
  }

  Value call(MethodInvocationTree tree, Frame frame) {
    ExpressionTree select = tree.getMethodSelect();
    if (select instanceof IdentifierTree id) {
      return unqualified(id.getName().toString(), tree, frame);
    }
    if (select instanceof MemberSelectTree member) {
      return qualified(member, tree, frame);
    }
    throw reading.mistake(
        Code.UNSUPPORTED_EXPRESSION,
        tree,
        frame,
        "this form of call is not possible in a compiled method");
  }

  private List<Value> arguments(MethodInvocationTree tree, Frame frame) {
    return reading.expressions.evaluate(tree.getArguments(), frame);
  }

  private Value unqualified(String name, MethodInvocationTree tree, Frame frame) {
    Members members = reading.source.members();
    TypeElement owner = members.ownerOfMethod(name, frame.site().enclosing());
    if (owner != null) {
      List<Value> arguments = arguments(tree, frame);
      InstanceValue self = frame.self();
      boolean inherited = self != null && isSubtype(self.type(), owner);
      List<ExecutableElement> candidates =
          members.methods(inherited && self != null ? self.type() : owner, name);
      return own(name, candidates, inherited ? self : null, arguments, tree, frame);
    }
    List<ExecutableElement> imported = members.importedMethods(name, frame.site().unit());
    if (imported.isEmpty()) {
      throw unknown(frame.site().enclosing(), name, reach(frame), tree, frame);
    }
    return chosen(name, imported, null, arguments(tree, frame), tree, frame);
  }

  /** A method of the class itself, which hides all imported ones of the same name. */
  private Value own(
      String name,
      List<ExecutableElement> candidates,
      @Nullable Value receiver,
      List<Value> arguments,
      ExpressionTree tree,
      Frame frame) {
    try {
      return chosen(name, candidates, receiver, arguments, tree, frame);
    } catch (Mistake mistake) {
      List<ExecutableElement> hidden =
          reading.source.members().importedMethods(name, frame.site().unit());
      if (mistake.diagnostic().code() != Code.NO_APPLICABLE_METHOD || hidden.isEmpty()) {
        throw mistake;
      }
      String owner = Members.owner(hidden.get(0)).getSimpleName().toString();
      throw new Mistake(
          mistake
              .diagnostic()
              .note(
                  "your own "
                      + name
                      + " hides the imported one, as always in Java: say "
                      + (TensorCalls.isOurs(Members.owner(hidden.get(0))) ? "Ops" : owner)
                      + "."
                      + name));
    }
  }

  private Set<String> reach(Frame frame) {
    Set<String> names =
        new TreeSet<>(reading.source.members().methodNames(frame.site().enclosing()));
    names.addAll(reading.source.members().importedMethodNames(frame.site().unit()));
    return names;
  }

  private boolean isSubtype(TypeElement type, TypeElement parent) {
    return reading
        .source
        .language()
        .types()
        .isSubtype(
            reading.source.language().types().erasure(type.asType()),
            reading.source.language().types().erasure(parent.asType()));
  }

  private Mistake unknown(
      TypeElement type, String name, Set<String> known, ExpressionTree tree, Frame frame) {
    return reading.mistake(
        Code.UNKNOWN_METHOD,
        tree,
        frame,
        type.getSimpleName(),
        name,
        DidYouMean.suggest(name, known));
  }

  private Value qualified(MemberSelectTree select, MethodInvocationTree tree, Frame frame) {
    String name = select.getIdentifier().toString();
    TypeElement type = reading.names.classNamed(select.getExpression(), frame);
    if (type != null) {
      return onClass(type, name, tree, frame);
    }
    if (select.getExpression() instanceof IdentifierTree id
        && id.getName().contentEquals("super")) {
      return onSuper(name, tree, frame);
    }
    Value receiver = reading.expressions.evaluate(select.getExpression(), frame);
    return onReceiver(receiver, name, arguments(tree, frame), tree, frame);
  }

  private Value onClass(TypeElement type, String name, MethodInvocationTree tree, Frame frame) {
    List<ExecutableElement> candidates = reading.source.members().methods(type, name);
    if (candidates.isEmpty()) {
      throw unknown(type, name, reading.source.members().methodNames(type), tree, frame);
    }
    return chosen(name, candidates, null, arguments(tree, frame), tree, frame);
  }

  private Value onSuper(String name, MethodInvocationTree tree, Frame frame) {
    TypeElement parent =
        reading.source.language().element(frame.site().enclosing().getSuperclass());
    if (parent == null || frame.self() == null) {
      throw reading.mistake(Code.UNKNOWN_NAME, tree, frame, "super", " here");
    }
    List<ExecutableElement> candidates = reading.source.members().methods(parent, name);
    return chosen(name, candidates, frame.self(), arguments(tree, frame), tree, frame);
  }

  /** {@code receiver.name(arguments)}, as a method reference calls it. */
  Value onReceiver(
      Value receiver, String name, List<Value> arguments, ExpressionTree tree, Frame frame) {
    if (receiver == Value.Missing.NULL) {
      boolean call =
          tree instanceof MethodInvocationTree invocation
              && invocation.getMethodSelect() instanceof MemberSelectTree;
      Object object =
          call
              ? ((MemberSelectTree) ((MethodInvocationTree) tree).getMethodSelect()).getExpression()
              : tree;
      throw reading.mistake(Code.NULL_VALUE, tree, frame, object);
    }
    if (receiver instanceof FunctionValue function) {
      reading.callers.push(frame);
      try {
        return function.call(arguments);
      } finally {
        reading.callers.pop();
      }
    }
    if (receiver instanceof ArrayValue array && name.equals("clone")) {
      return array.rank() > 1 ? array : library.copy(array); // rows stay shared, as in Java
    }
    if (receiver instanceof SequenceValue sequence && name.equals("clone")) {
      return new SequenceValue(
          sequence.type(),
          reading.store.make("array", new Value.Items(reading.arrays.items(sequence))),
          true);
    }
    TypeMirror mirror = reading.source.valueTypes().type(receiver);
    TypeElement type = mirror == null ? null : reading.source.language().element(mirror);
    if (type == null) {
      return library.onPrimitive(receiver, name, tree, frame);
    }
    List<ExecutableElement> candidates = reading.source.members().methods(type, name);
    if (candidates.isEmpty()) {
      throw unknown(type, name, reading.source.members().methodNames(type), tree, frame);
    }
    return chosen(name, candidates, receiver, arguments, tree, frame);
  }

  /** A call of one of some static methods. */
  Value onStatics(
      String name,
      List<ExecutableElement> candidates,
      List<Value> arguments,
      ExpressionTree tree,
      Frame frame) {
    return chosen(name, candidates, null, arguments, tree, frame);
  }

  private Value chosen(
      String name,
      List<ExecutableElement> candidates,
      @Nullable Value receiver,
      List<Value> arguments,
      ExpressionTree tree,
      Frame frame) {
    Overloads.Choice choice =
        reading.source.overloads().choose(name, candidates, arguments, reading.span(tree, frame));
    ExecutableElement method = choice.method();
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    if (!isStatic && receiver == null) {
      throw reading.mistake(
          Code.UNKNOWN_METHOD,
          tree,
          frame,
          "static code",
          name,
          ": it is an instance method and needs an object");
    }
    List<Value> packed = choice.spread() ? pack(method, arguments) : arguments;
    return invoke(method, isStatic ? null : receiver, packed, tree, frame);
  }

  /** Arguments with the last ones put into the array of a variable-arity parameter. */
  private List<Value> pack(ExecutableElement method, List<Value> arguments) {
    int fixed = method.getParameters().size() - 1;
    TypeMirror type =
        reading.source.language().types().erasure(method.getParameters().get(fixed).asType());
    List<Value> packed = new ArrayList<>(arguments.subList(0, fixed));
    List<Value> rest = arguments.subList(fixed, arguments.size());
    packed.add(library.spread(type, rest));
    return packed;
  }

  private Value invoke(
      ExecutableElement method,
      @Nullable Value receiver,
      List<Value> arguments,
      ExpressionTree tree,
      Frame frame) {
    TypeElement owner = Members.owner(method);
    if (TensorCalls.isOurs(owner)) {
      return reading.tensorCalls.call(method, receiver, arguments, tree, frame);
    }
    if (receiver instanceof RecordValue record && reading.objects.isAccessor(method)) {
      return record.components().get(record.names().indexOf(method.getSimpleName().toString()));
    }
    Value known = library.call(method, receiver, arguments, tree, frame);
    if (known != null) {
      return known;
    }
    InstanceValue self =
        receiver instanceof RecordValue record
            ? reading.objects.view(record)
            : receiver instanceof InstanceValue instance ? instance : null;
    List<? extends ExpressionTree> places =
        tree instanceof MethodInvocationTree call ? call.getArguments() : List.of();
    return reading.inliner.call(method, self, arguments, places, reading.span(tree, frame), frame);
  }
}
