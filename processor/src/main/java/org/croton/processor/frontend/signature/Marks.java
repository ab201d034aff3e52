package org.croton.processor.frontend.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.croton.DType;
import org.jspecify.annotations.Nullable;

/** Finds Croton's annotations on declarations and reads their values. */
public final class Marks {
  private static final String PACKAGE = "org.croton.annotation.";

  /** Simple name to element type; {@code Real} is added by the option. */
  private static final Map<String, DType> DTYPES =
      Map.of(
          "F32", DType.F32,
          "F64", DType.F64,
          "I32", DType.I32,
          "I64", DType.I64,
          "U8", DType.U8,
          "Bool", DType.BOOL);

  /**
   * An annotation that gives dims.
   *
   * @param dtype null for {@code @Dims}
   */
  public record DimsMark(
      String name, @Nullable DType dtype, String dims, AnnotationMirror annotation) {}

  private final DType real;

  /**
   * @param real what {@code @Real} means
   */
  public Marks(DType real) {
    this.real = real;
  }

  /** The element type that an annotation of this simple name declares, or null. */
  public @Nullable DType dtype(String simpleName) {
    return simpleName.equals("Real") ? real : DTYPES.get(simpleName);
  }

  /** All annotations on a declaration that give dims, in order. */
  public List<DimsMark> dims(Element element) {
    List<DimsMark> marks = new ArrayList<>();
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      String name = simpleName(annotation);
      if (name != null && (name.equals("Dims") || dtype(name) != null)) {
        marks.add(new DimsMark(name, dtype(name), text(annotation, "value"), annotation));
      }
    }
    return marks;
  }

  /** The annotation of that simple name on a declaration, or null. */
  public static @Nullable AnnotationMirror find(Element element, String simpleName) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (simpleName.equals(simpleName(annotation))) {
        return annotation;
      }
    }
    return null;
  }

  /** The simple name of one of our annotations, or null for others'. */
  public static @Nullable String simpleName(AnnotationMirror annotation) {
    String name =
        ((TypeElement) annotation.getAnnotationType().asElement()).getQualifiedName().toString();
    return name.startsWith(PACKAGE) ? name.substring(PACKAGE.length()) : null;
  }

  /** A string member, or the empty text. */
  public static String text(AnnotationMirror annotation, String member) {
    Object value = value(annotation, member);
    return value instanceof String text ? text : "";
  }

  /** A member with one or several strings. */
  public static List<String> texts(AnnotationMirror annotation, String member) {
    Object value = value(annotation, member);
    if (value instanceof List<?> list) {
      return list.stream().map(item -> ((AnnotationValue) item).getValue().toString()).toList();
    }
    return value instanceof String text ? List.of(text) : List.of();
  }

  /** An int member, or null if it is not given. */
  public static @Nullable Integer number(AnnotationMirror annotation, String member) {
    return value(annotation, member) instanceof Integer number ? number : null;
  }

  /** Whether a member is given. */
  public static boolean has(AnnotationMirror annotation, String member) {
    return value(annotation, member) != null;
  }

  /** Whether an enum member is the constant of that name. */
  public static boolean is(AnnotationMirror annotation, String member, String constant) {
    Object value = value(annotation, member);
    return value instanceof Element element && element.getSimpleName().contentEquals(constant);
  }

  private static @Nullable Object value(AnnotationMirror annotation, String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return entry.getValue().getValue();
      }
    }
    return null;
  }
}
