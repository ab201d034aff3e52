package org.croton.processor.frontend.body;

import static org.croton.processor.ops.elementwise.Cast.cast;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.croton.DType;
import org.croton.processor.frontend.signature.Declarations;
import org.croton.processor.frontend.value.ArrayValue;
import org.croton.processor.frontend.value.Cell;
import org.croton.processor.frontend.value.Value;
import org.croton.processor.ir.Node;
import org.croton.processor.report.Code;
import org.croton.processor.report.DidYouMean;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/** Holds values against the element types and dims that declarations promise. */
final class LocalTypes {
  private static final String PACKAGE = "org.croton.annotation.";

  private final Reading reading;

  LocalTypes(Reading reading) {
    this.reading = reading;
  }

  /** What a local variable's annotation declares, or null if it has none. */
  @Nullable TensorType declared(VariableTree tree, Frame frame) {
    for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
      TypeElement type =
          reading.source.typeNames().findClass(annotation.getAnnotationType(), frame.site());
      String name = type == null ? "" : type.getQualifiedName().toString();
      if (name.startsWith(PACKAGE)) {
        DType dtype = reading.declarations.marks().dtype(name.substring(PACKAGE.length()));
        if (dtype != null) {
          return new TensorType(dtype, new Shape(dims(annotation, frame)));
        }
      }
    }
    return null;
  }

  private List<Dim> dims(AnnotationTree annotation, Frame frame) {
    if (annotation.getArguments().isEmpty()) {
      return List.of();
    }
    ExpressionTree argument = annotation.getArguments().get(0);
    ExpressionTree value =
        argument instanceof AssignmentTree named ? named.getExpression() : argument;
    Value text = reading.expressions.evaluate(value, frame);
    Span span = reading.span(value, frame);
    return Declarations.dims(
        text instanceof Value.Text t ? t.text() : "", names(frame, span), span);
  }

  /** A dim name: of the signature, or an int variable that is a formula of sizes. */
  private Function<String, Dim> names(Frame frame, Span span) {
    return name -> {
      Dim known = frame.dims().get(name);
      if (known != null) {
        return known;
      }
      Scope.Variable variable = frame.scope().find(name);
      Cell cell =
          variable != null
              ? variable.cell()
              : frame.self() == null ? null : frame.self().field(name);
      Dim size = cell == null ? null : reading.arithmetic.sizes().dim(reading.read(cell));
      if (size != null) {
        return size;
      }
      Set<String> all = new TreeSet<>(frame.dims().keySet());
      throw Mistake.of(
          Code.UNKNOWN_DIM,
          span,
          "no dim is named " + name + " here" + DidYouMean.suggest(name, all));
    };
  }

  /** The value as the variable holds it. Throws {@link Mistake} if the declaration is not kept. */
  Value check(Scope.Variable variable, Value value, Span span) {
    return variable.declared() == null
        ? value
        : fit(variable.name(), variable.declared(), value, span);
  }

  /** As {@link #check} for a field of the compiled object. */
  Value checkState(VariableElement field, Value value, Span span) {
    TensorType declared = reading.inputs.known(reading.inputs.stateField(field).type());
    return fit(field.getSimpleName().toString(), declared, value, span);
  }

  /** The value in the declared element type. Throws {@link Mistake} for other dims or a loss. */
  Value fit(String name, TensorType declared, Value value, Span span) {
    if (value instanceof Value.Tensor tensor) {
      Node fitted = fit(name, declared, tensor.node(), span);
      return fitted == tensor.node() ? value : new Value.Tensor(fitted);
    }
    if (value instanceof ArrayValue array) {
      fit(name, declared, reading.arrays.contents().node(array), span);
    } else if (value == Value.Missing.NULL) {
      throw Mistake.of(Code.NULL_VALUE, span, name);
    }
    return value;
  }

  private Node fit(String name, TensorType declared, Node node, Span span) {
    TensorType actual = node.tensor();
    if (!actual.shape().equals(declared.shape())) {
      reading.unifier.unify(declared.shape(), actual.shape());
      throw Mistake.of(Code.DECLARED_MISMATCH, span, name, declared, actual, why(declared, actual));
    }
    if (actual.dtype() != declared.dtype()) {
      if (!DType.lossless(actual.dtype(), declared.dtype())) {
        throw Mistake.of(Code.LOSSY_ASSIGNMENT, span, name, declared, actual);
      }
      return cast(node, declared.dtype());
    }
    return node;
  }

  private static String why(TensorType declared, TensorType actual) {
    if (declared.rank() != actual.rank()) {
      return ": rank " + actual.rank() + " is not rank " + declared.rank();
    }
    for (int axis = 0; axis < declared.rank(); axis++) {
      Dim wanted = declared.shape().dim(axis);
      Dim found = actual.shape().dim(axis);
      if (!wanted.equals(found)) {
        return ": dim " + found + " is not dim " + wanted;
      }
    }
    return "";
  }
}
