package org.croton.processor.frontend.body;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.names.Members;
import org.croton.processor.frontend.names.Site;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** Evaluates {@code new} for records and small classes: initialisers, constructors, components. */
final class ObjectReader {
  private final Reading reading;

  ObjectReader(Reading reading) {
    this.reading = reading;
  }

  Value create(NewClassTree tree, Frame frame) {
    if (tree.getClassBody() != null) {
      throw reading.mistake(
          Code.UNSUPPORTED_EXPRESSION,
          tree,
          frame,
          "an anonymous class is not possible in a compiled method");
    }
    TypeMirror mirror = reading.expressions.type(tree.getIdentifier(), frame);
    TypeElement type = reading.source.language().element(mirror);
    List<Value> arguments = reading.expressions.evaluate(tree.getArguments(), frame);
    Span span = reading.span(tree, frame);
    if (type == null) {
      throw new IllegalStateException(mirror.toString());
    }
    if (type.getQualifiedName().contentEquals("java.util.ArrayList")) {
      return ListCalls.fresh(reading, mirror, arguments, span);
    }
    boolean nested = type.getEnclosingElement() instanceof TypeElement;
    if (nested
        && type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.STATIC)) {
      throw reading.mistake(
          Code.UNSUPPORTED_EXPRESSION,
          tree,
          frame,
          "an object of the inner class "
              + type.getSimpleName()
              + " is not possible in a compiled method");
    }
    ExecutableElement constructor =
        reading
            .source
            .overloads()
            .choose(
                "new " + type.getSimpleName(),
                reading.source.members().constructors(type),
                arguments,
                span)
            .method();
    InstanceValue instance = blank(type);
    construct(instance, type, constructor, arguments, tree.getArguments(), span, frame);
    return type.getKind() == ElementKind.RECORD ? record(instance) : instance;
  }

  private RecordValue record(InstanceValue made) {
    return new RecordValue(
        made.type(), made.fields().values().stream().map(reading::read).toList());
  }

  /** {@code this} for a method of a record. */
  InstanceValue view(RecordValue record) {
    InstanceValue view = new InstanceValue(record.type(), false);
    List<String> names = record.names();
    for (int i = 0; i < names.size(); i++) {
      view.add(names.get(i), reading.store.make(names.get(i), record.components().get(i)));
    }
    view.setOrigin(record);
    return view;
  }

  private InstanceValue blank(TypeElement type) {
    InstanceValue instance = new InstanceValue(type, false);
    for (VariableElement field : reading.source.members().instanceFields(type)) {
      JavaKind kind = JavaKind.of(field.asType().getKind());
      boolean isFinal = field.getModifiers().contains(Modifier.FINAL);
      Value zero = kind == null ? Value.Missing.NULL : new Value.Known(kind, kind.zero());
      String name = field.getSimpleName().toString();
      instance.add(name, reading.store.make(name, isFinal ? Value.Missing.UNASSIGNED : zero));
    }
    return instance;
  }

  private void construct(
      InstanceValue instance,
      TypeElement type,
      ExecutableElement constructor,
      List<Value> arguments,
      List<? extends ExpressionTree> argumentTrees,
      Span span,
      Frame caller) {
    TreePath path = reading.source.language().trees().getPath(constructor);
    TreePath classPath = reading.source.language().trees().getPath(type);
    if (classPath == null) {
      throw Mistake.of(Code.NO_SOURCE, span, "new " + type.getSimpleName());
    }
    MethodTree tree = path == null ? null : (MethodTree) path.getLeaf();
    Frame frame = reading.inliner.frame(constructor, classPath, instance);
    List<? extends StatementTree> body = List.of();
    if (tree != null && tree.getBody() != null) {
      reading.inliner.bind(constructor, tree, arguments, argumentTrees, span, caller, frame);
      body = tree.getBody().getStatements();
    }
    MethodInvocationTree explicit = explicitCall(body);
    if (explicit != null && name(explicit).equals("this")) {
      delegate(instance, type, explicit, span, frame);
    } else {
      superConstructor(instance, type, explicit, span, frame);
      initialise((ClassTree) classPath.getLeaf(), type, classPath, instance);
    }
    reading.statements.all(body.subList(explicit == null ? 0 : 1, body.size()), frame);
    if (type.getKind() == ElementKind.RECORD) {
      assignComponents(instance, type, arguments, frame);
    }
  }

  private static @Nullable MethodInvocationTree explicitCall(List<? extends StatementTree> body) {
    boolean call =
        !body.isEmpty()
            && body.get(0) instanceof ExpressionStatementTree statement
            && statement.getExpression() instanceof MethodInvocationTree invocation
            && (name(invocation).equals("this") || name(invocation).equals("super"));
    return call
        ? (MethodInvocationTree) ((ExpressionStatementTree) body.get(0)).getExpression()
        : null;
  }

  private static String name(MethodInvocationTree tree) {
    return tree.getMethodSelect() instanceof IdentifierTree id ? id.getName().toString() : "";
  }

  private void delegate(
      InstanceValue instance, TypeElement type, MethodInvocationTree call, Span span, Frame frame) {
    List<Value> arguments = reading.expressions.evaluate(call.getArguments(), frame);
    ExecutableElement other =
        reading
            .source
            .overloads()
            .choose("this", reading.source.members().constructors(type), arguments, span)
            .method();
    construct(instance, type, other, arguments, call.getArguments(), span, frame);
  }

  private void superConstructor(
      InstanceValue instance,
      TypeElement type,
      @Nullable MethodInvocationTree call,
      Span span,
      Frame frame) {
    TypeElement parent = reading.source.language().element(type.getSuperclass());
    if (parent == null
        || parent.getQualifiedName().contentEquals("java.lang.Object")
        || parent.getQualifiedName().contentEquals("java.lang.Record")) {
      return;
    }
    List<? extends ExpressionTree> trees = call == null ? List.of() : call.getArguments();
    List<Value> arguments = reading.expressions.evaluate(trees, frame);
    ExecutableElement constructor =
        reading
            .source
            .overloads()
            .choose("super", reading.source.members().constructors(parent), arguments, span)
            .method();
    construct(instance, parent, constructor, arguments, trees, span, frame);
  }

  /** Field initialisers and initialiser blocks, in source order. */
  private void initialise(ClassTree tree, TypeElement type, TreePath path, InstanceValue instance) {
    Site site = new Site(path.getCompilationUnit(), type, null);
    Frame frame = new Frame(site, instance, new Scope(null), Map.of());
    for (Tree member : tree.getMembers()) {
      if (member instanceof BlockTree block && !block.isStatic()) {
        reading.statements.body(block, frame);
      } else if (member instanceof VariableTree field
          && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
        initialise(field, instance, type, frame);
      }
    }
  }

  private void initialise(
      VariableTree tree, InstanceValue instance, TypeElement type, Frame frame) {
    String name = tree.getName().toString();
    VariableElement field = reading.source.members().field(type, name);
    Cell cell = instance.field(name);
    ExpressionTree initializer = tree.getInitializer();
    if (field == null || cell == null || initializer == null) {
      return;
    }
    TypeMirror mirror = reading.source.language().types().erasure(field.asType());
    Value value = reading.arrays.initializer(initializer, mirror, frame);
    reading.store.set(
        cell, reading.conversions.assign(value, mirror, reading.span(initializer, frame)));
  }

  /** What a compact or implicit constructor leaves to Java: components take the parameters. */
  private void assignComponents(
      InstanceValue instance, TypeElement type, List<Value> arguments, Frame frame) {
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    for (int i = 0; i < components.size(); i++) {
      String name = components.get(i).getSimpleName().toString();
      Cell cell = instance.field(name);
      if (cell != null && reading.store.get(cell) == Value.Missing.UNASSIGNED) {
        Scope.Variable parameter = frame.scope().find(name);
        TypeMirror mirror = reading.source.language().types().erasure(components.get(i).asType());
        Value value =
            parameter != null
                ? reading.read(parameter.cell())
                : reading.conversions.assign(
                    arguments.get(i), mirror, reading.source.positions().of(type));
        reading.store.set(cell, value);
      }
    }
  }

  /** Whether a method is a record's accessor that nobody wrote. */
  boolean isAccessor(ExecutableElement method) {
    if (!method.getParameters().isEmpty()
        || Members.owner(method).getKind() != ElementKind.RECORD) {
      return false;
    }
    TypeElement record = Members.owner(method);
    boolean named =
        record.getRecordComponents().stream()
            .anyMatch(component -> component.getSimpleName().equals(method.getSimpleName()));
    TreePath path = reading.source.language().trees().getPath(method);
    return named
        && (path == null || !(path.getLeaf() instanceof MethodTree tree) || tree.getBody() == null);
  }
}
