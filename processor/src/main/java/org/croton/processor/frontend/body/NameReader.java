package org.croton.processor.frontend.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.names.Members;
import org.croton.processor.frontend.names.Site;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.frontend.value.RecordValue;
import org.croton.processor.frontend.value.SequenceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.DidYouMean;
import org.jspecify.annotations.Nullable;

/** Evaluates names: local variables, fields of this and of other objects, constants of classes. */
final class NameReader {
  private final Reading reading;
  private final Set<VariableElement> initialising = new HashSet<>();

  NameReader(Reading reading) {
    this.reading = reading;
  }

  Value identifier(IdentifierTree tree, Frame frame) {
    String name = tree.getName().toString();
    if (name.equals("this")) {
      return self(tree, frame);
    }
    Cell cell = cell(tree, frame);
    if (cell != null) {
      return checked(reading.read(cell), name, tree, frame);
    }
    VariableElement constant = staticField(name, frame);
    if (constant != null) {
      return staticValue(constant, tree, frame);
    }
    throw reading.mistake(
        Code.UNKNOWN_NAME, tree, frame, name, DidYouMean.suggest(name, inReach(frame)));
  }

  private Set<String> inReach(Frame frame) {
    Set<String> names = new TreeSet<>(frame.scope().names());
    names.addAll(reading.source.members().fieldNames(frame.site().enclosing()));
    return names;
  }

  private Value self(Tree tree, Frame frame) {
    if (frame.self() == null) {
      throw reading.mistake(Code.UNKNOWN_NAME, tree, frame, "this", " in a static method");
    }
    RecordValue record = frame.self().origin();
    return record != null ? record : frame.self();
  }

  private Value checked(Value value, String name, Tree tree, Frame frame) {
    if (value == Value.Missing.UNASSIGNED) {
      throw reading.mistake(Code.UNASSIGNED, tree, frame, name);
    }
    if (value instanceof Value.Tensor && reading.inMap()) {
      throw reading.mistake(Code.CAPTURED_TENSOR, tree, frame, name);
    }
    return value;
  }

  /** The cell of a local variable or of a field of {@code this}; null for any other name. */
  @Nullable Cell cell(IdentifierTree tree, Frame frame) {
    String name = tree.getName().toString();
    Scope.Variable variable = frame.scope().find(name);
    if (variable != null) {
      return variable.cell();
    }
    return frame.self() == null ? null : frame.self().field(name);
  }

  private @Nullable VariableElement staticField(String name, Frame frame) {
    for (Element scope = frame.site().enclosing(); scope instanceof TypeElement type; ) {
      VariableElement field = reading.source.members().field(type, name);
      if (field != null) {
        return field;
      }
      scope = type.getEnclosingElement();
    }
    return reading.source.members().importedField(name, frame.site().unit());
  }

  /** {@code a.b}: a field, a length, or a constant of a class. */
  Value select(MemberSelectTree tree, Frame frame) {
    String name = tree.getIdentifier().toString();
    TypeElement type = classNamed(tree.getExpression(), frame);
    if (type != null) {
      return ofClass(type, name, tree, frame);
    }
    Value object = reading.expressions.evaluate(tree.getExpression(), frame);
    if (name.equals("length") && object instanceof ArrayValue array) {
      return reading.arrays.length(array);
    }
    if (name.equals("length") && object instanceof SequenceValue sequence) {
      return Value.Known.of(reading.arrays.items(sequence).size());
    }
    Cell cell = fieldCell(object, name);
    Value component =
        object instanceof RecordValue record
            ? record.component(name)
            : cell == null ? null : reading.read(cell);
    if (component == null) {
      throw reading.mistake(
          object == Value.Missing.NULL ? Code.NULL_VALUE : Code.UNKNOWN_COMPONENT,
          tree,
          frame,
          object == Value.Missing.NULL
              ? tree.getExpression()
              : reading.source.valueTypes().describe(object),
          name,
          suggestField(object, name));
    }
    return checked(component, tree.toString(), tree, frame);
  }

  private static String suggestField(Value object, String name) {
    if (object instanceof RecordValue record) {
      return DidYouMean.suggest(name, record.names());
    }
    return object instanceof InstanceValue instance
        ? DidYouMean.suggest(name, instance.fields().keySet())
        : "";
  }

  static @Nullable Cell fieldCell(Value object, String name) {
    return object instanceof InstanceValue instance ? instance.field(name) : null;
  }

  /** The class that an expression names, unless a variable hides it; null for other expressions. */
  @Nullable TypeElement classNamed(ExpressionTree tree, Frame frame) {
    ExpressionTree first = tree;
    while (first instanceof MemberSelectTree select) {
      first = select.getExpression();
    }
    if (!(first instanceof IdentifierTree id)
        || id.getName().contentEquals("this")
        || id.getName().contentEquals("super")
        || cell(id, frame) != null
        || staticField(id.getName().toString(), frame) != null) {
      return null;
    }
    return reading.source.typeNames().findClass(tree, frame.site());
  }

  private Value ofClass(TypeElement type, String name, MemberSelectTree tree, Frame frame) {
    if (name.equals("this")) {
      return self(tree, frame);
    }
    VariableElement field = reading.source.members().field(type, name);
    if (field == null) {
      throw reading.mistake(
          Code.UNKNOWN_COMPONENT,
          tree,
          frame,
          type.getSimpleName(),
          name,
          DidYouMean.suggest(name, reading.source.members().fieldNames(type)));
    }
    return staticValue(field, tree, frame);
  }

  private Value staticValue(VariableElement field, Tree tree, Frame frame) {
    if (field.getKind() == ElementKind.ENUM_CONSTANT) {
      return new Value.EnumConstant(field);
    }
    if (field.getConstantValue() != null) {
      return ExpressionReader.constant(field.getConstantValue());
    }
    if (!field.getModifiers().contains(Modifier.STATIC)) {
      throw reading.mistake(
          Code.UNKNOWN_NAME, tree, frame, field.getSimpleName(), " without an object here");
    }
    if (!field.getModifiers().contains(Modifier.FINAL)) {
      throw reading.mistake(Code.STATIC_STATE, tree, frame, field.getSimpleName());
    }
    return initialValue(field, tree, frame);
  }

  private Value initialValue(VariableElement field, Tree tree, Frame frame) {
    TreePath path = reading.source.language().trees().getPath(field);
    ExpressionTree initializer =
        path != null && path.getLeaf() instanceof VariableTree variable
            ? variable.getInitializer()
            : null;
    TypeElement declaring = Members.owner(field);
    if (path == null && declaring.getQualifiedName().toString().startsWith("java.")) {
      throw reading.mistake(
          Code.UNSUPPORTED_CALL,
          tree,
          frame,
          declaring.getSimpleName()
              + "."
              + field.getSimpleName()
              + " is not available in a compiled method");
    }
    if (path == null || initializer == null || !initialising.add(field)) {
      throw reading.mistake(
          Code.NO_SOURCE, tree, frame, field.getEnclosingElement() + "." + field.getSimpleName());
    }
    try {
      TypeElement owner = Members.owner(field);
      Frame there =
          new Frame(
              new Site(path.getCompilationUnit(), owner, null), null, new Scope(null), Map.of());
      TypeMirror type = reading.source.language().types().erasure(field.asType());
      Value value = reading.arrays.initializer(initializer, type, there);
      Value held = reading.conversions.assign(value, type, reading.span(initializer, there));
      return ArrayReader.owned(held, "the constant " + field.getSimpleName());
    } finally {
      initialising.remove(field);
    }
  }

  /** {@code x instanceof T}: the build knows the class of every object. */
  Value instanceOf(InstanceOfTree tree, Frame frame) {
    Value value = reading.expressions.evaluate(tree.getExpression(), frame);
    if (tree.getPattern() != null) {
      throw reading.mistake(
          Code.UNSUPPORTED_EXPRESSION,
          tree,
          frame,
          "a pattern is not possible in a compiled method");
    }
    TypeMirror type = reading.expressions.type(tree.getType(), frame);
    return Value.Known.of(
        value != Value.Missing.NULL && reading.source.valueTypes().fits(value, type, true));
  }
}
