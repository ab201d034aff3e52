package org.croton.processor.frontend.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.croton.DType;
import org.croton.processor.frontend.names.Source;
import org.croton.processor.frontend.value.JavaKind;
import org.croton.processor.report.Code;
import org.croton.processor.report.Mistake;
import org.croton.processor.report.Span;
import org.croton.processor.type.Dim;
import org.croton.processor.type.Shape;
import org.croton.processor.type.TensorType;
import org.jspecify.annotations.Nullable;

/** Reads what annotations and Java types declare of a parameter, field, component or result. */
public final class Declarations {
  private final Source source;
  private final Marks marks;

  public Declarations(Source source, Marks marks) {
    this.source = source;
    this.marks = marks;
  }

  public Marks marks() {
    return marks;
  }

  /** The one annotation that gives dims, or null. Throws {@link Mistake} if there are several. */
  public Marks.@Nullable DimsMark mark(Element element) {
    List<Marks.DimsMark> all = marks.dims(element);
    if (all.size() > 1) {
      throw Mistake.of(
          Code.MISPLACED_ANNOTATION,
          source.positions().of(element, all.get(1).annotation()),
          element.getSimpleName()
              + " has two element types: @"
              + all.get(0).name()
              + " and @"
              + all.get(1).name());
    }
    return all.isEmpty() ? null : all.get(0);
  }

  /**
   * The declared type of a tensor, a primitive or an array of primitives; null for a tensor without
   * annotation. Throws {@link Mistake} if annotation and Java type do not fit.
   */
  public @Nullable TensorType declared(Element element, TypeMirror type, DimScope scope) {
    Marks.DimsMark mark = mark(element);
    JavaKind kind = JavaKind.of(type.getKind());
    if (kind != null) {
      requireNoDims(element, mark, kind.dtype());
      return TensorType.scalar(kind.dtype());
    }
    if (isTensor(type)) {
      return mark == null ? null : tensor(element, mark, scope);
    }
    JavaKind elements = elementKind(type);
    if (elements == null) {
      throw new IllegalArgumentException(type.toString());
    }
    return array(element, mark, elements, rank(type), scope);
  }

  public boolean isTensor(TypeMirror type) {
    return source.language().isA(type, "org.croton.Tensor");
  }

  private TensorType tensor(Element element, Marks.DimsMark mark, DimScope scope) {
    DType dtype = mark.dtype();
    if (dtype == null) {
      throw Mistake.of(
          Code.MISPLACED_ANNOTATION,
          source.positions().of(element, mark.annotation()),
          "@Dims gives no element type: "
              + element.getSimpleName()
              + " is a Tensor and needs one such as @F32(\""
              + mark.dims()
              + "\")");
    }
    return new TensorType(dtype, new Shape(dims(element, mark, scope::dim)));
  }

  private void requireNoDims(Element element, Marks.@Nullable DimsMark mark, DType dtype) {
    if (mark != null
        && (!mark.dims().isBlank() || (mark.dtype() != null && mark.dtype() != dtype))) {
      throw Mistake.of(
          Code.MISPLACED_ANNOTATION,
          source.positions().of(element, mark.annotation()),
          element.getSimpleName()
              + " is one "
              + dtype
              + " number in Java, not @"
              + mark.name()
              + "(\""
              + mark.dims()
              + "\")");
    }
  }

  private TensorType array(
      Element element, Marks.@Nullable DimsMark mark, JavaKind kind, int rank, DimScope scope) {
    if (mark == null) {
      List<Dim> fresh = new ArrayList<>();
      for (int axis = 0; axis < rank; axis++) {
        fresh.add(scope.fresh(element.getSimpleName().toString(), axis));
      }
      return new TensorType(kind.dtype(), new Shape(fresh));
    }
    List<Dim> dims = dims(element, mark, scope::dim);
    boolean wrongDtype = mark.dtype() != null && mark.dtype() != kind.dtype();
    if (wrongDtype || dims.size() != rank) {
      throw Mistake.of(
          Code.MISPLACED_ANNOTATION,
          source.positions().of(element, mark.annotation()),
          element.getSimpleName()
              + " is a "
              + kind
              + "[]".repeat(rank)
              + ", not @"
              + mark.name()
              + "(\""
              + mark.dims()
              + "\") of rank "
              + dims.size());
    }
    return new TensorType(kind.dtype(), new Shape(dims));
  }

  /** The dims of an annotation. Throws {@link Mistake} {@code dim-syntax}. */
  public List<Dim> dims(Element element, Marks.DimsMark mark, Function<String, Dim> names) {
    Span span = source.positions().of(element, mark.annotation());
    return dims(mark.dims(), names, span);
  }

  public static List<Dim> dims(String text, Function<String, Dim> names, Span span) {
    try {
      return DimParser.list(text, names);
    } catch (DimParser.SyntaxError | ArithmeticException e) {
      throw Mistake.of(Code.DIM_SYNTAX, span, String.valueOf(e.getMessage()));
    }
  }

  /** The type of a primitive array's elements, whatever its rank; null for other types. */
  public static @Nullable JavaKind elementKind(TypeMirror type) {
    TypeMirror element = type;
    while (element.getKind() == TypeKind.ARRAY) {
      element = ((ArrayType) element).getComponentType();
    }
    return element == type ? null : JavaKind.of(element.getKind());
  }

  public static int rank(TypeMirror type) {
    int rank = 0;
    for (TypeMirror t = type; t.getKind() == TypeKind.ARRAY; rank++) {
      t = ((ArrayType) t).getComponentType();
    }
    return rank;
  }

  /** Where the declared type of a variable or the result type of a method comes from. */
  public static TypeMirror javaType(Element element) {
    return element.getKind() == ElementKind.METHOD
        ? ((ExecutableElement) element).getReturnType()
        : element.asType();
  }
}
