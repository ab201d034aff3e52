package org.croton.processor.frontend.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.InstanceValue;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.report.Code;
import org.croton.processor.report.Span;
import org.jspecify.annotations.Nullable;

/** The variables and fields that can stand to the left of an assignment. */
final class Targets {
  /** A place to write to. */
  interface Target {
    /** Its Java type, erased; for {@code var} the type of nothing. */
    TypeMirror type();

    /** Writes the value as the place holds it, and gives that. */
    Value set(Value value, Span span);
  }

  private final Reading reading;

  Targets(Reading reading) {
    this.reading = reading;
  }

  Target of(ExpressionTree tree, Frame frame) {
    if (tree instanceof ParenthesizedTree parens) {
      return of(parens.getExpression(), frame);
    }
    if (tree instanceof IdentifierTree id) {
      return named(id, frame);
    }
    if (tree instanceof MemberSelectTree select
        && reading.names.classNamed(select.getExpression(), frame) == null) {
      Value object = reading.expressions.evaluate(select.getExpression(), frame);
      String name = select.getIdentifier().toString();
      Cell cell = NameReader.fieldCell(object, name);
      if (cell != null) {
        return field((InstanceValue) object, name, cell, tree, frame);
      }
    }
    throw reading.mistake(
        Code.UNSUPPORTED_ASSIGNMENT,
        tree,
        frame,
        tree + " cannot be assigned in a compiled method");
  }

  private Target named(IdentifierTree id, Frame frame) {
    String name = id.getName().toString();
    Scope.Variable variable = frame.scope().find(name);
    if (variable != null) {
      return new Local(variable);
    }
    Cell cell = frame.self() == null ? null : frame.self().field(name);
    if (cell == null || frame.self() == null) {
      reading.names.identifier(id, frame); // reports a name that is none
      throw reading.mistake(Code.STATIC_STATE, id, frame, name);
    }
    return field(frame.self(), name, cell, id, frame);
  }

  private Target field(
      InstanceValue object, String name, Cell cell, ExpressionTree tree, Frame frame) {
    VariableElement element = reading.source.members().field(object.type(), name);
    if (element == null) {
      throw new IllegalStateException(name);
    }
    if (object.isState() && reading.inMap()) {
      throw reading.mistake(
          Code.UNSUPPORTED_ASSIGNMENT, tree, frame, "a map cannot update the field " + name);
    }
    reading.checkWrite(cell, tree, frame);
    return new Field(object, element, cell);
  }

  void poison(ExpressionTree tree, Frame frame) {
    Cell cell = null;
    if (tree instanceof IdentifierTree id) {
      cell = reading.names.cell(id, frame);
    } else if (tree instanceof MemberSelectTree select
        && select.getExpression() instanceof IdentifierTree self
        && self.getName().contentEquals("this")
        && frame.self() != null) {
      cell = frame.self().field(select.getIdentifier().toString());
    }
    if (cell != null) {
      reading.store.set(cell, Value.Missing.POISON);
    }
  }

  private final class Local implements Target {
    private final Scope.Variable variable;

    Local(Scope.Variable variable) {
      this.variable = variable;
    }

    @Override
    public TypeMirror type() {
      return typeOr(variable.type());
    }

    @Override
    public Value set(Value value, Span span) {
      Value held = reading.conversions.assign(value, variable.type(), span);
      Value checked = reading.localTypes.check(variable, held, span);
      reading.store.set(variable.cell(), checked);
      return checked;
    }
  }

  private TypeMirror typeOr(@Nullable TypeMirror type) {
    return type != null ? type : reading.source.language().mirror("java.lang.Object");
  }

  private final class Field implements Target {
    private final InstanceValue object;
    private final VariableElement element;
    private final Cell cell;

    Field(InstanceValue object, VariableElement element, Cell cell) {
      this.object = object;
      this.element = element;
      this.cell = cell;
    }

    @Override
    public TypeMirror type() {
      return reading.source.language().types().erasure(element.asType());
    }

    @Override
    public Value set(Value value, Span span) {
      Value held = reading.conversions.assign(value, type(), span);
      Value checked = object.isState() ? reading.localTypes.checkState(element, held, span) : held;
      reading.store.set(cell, checked);
      return checked;
    }
  }
}
