package org.croton.processor.frontend.names;

import com.sun.source.util.Trees;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.croton.processor.frontend.value.JavaKind;
import org.jspecify.annotations.Nullable;

/** What the compiler tells about declarations: signatures of all classes, syntax of the sources. */
public record Language(Elements elements, Types types, Trees trees) {

  /** A class that must be there. Throws {@link IllegalStateException} otherwise. */
  public TypeElement type(String qualifiedName) {
    TypeElement type = elements.getTypeElement(qualifiedName);
    if (type == null) {
      throw new IllegalStateException(qualifiedName + " is not on the class path");
    }
    return type;
  }

  public TypeMirror mirror(String qualifiedName) {
    return types.erasure(type(qualifiedName).asType());
  }

  public TypeMirror primitive(JavaKind kind) {
    return types.getPrimitiveType(kind.type());
  }

  /** {@code element[]...[]}. */
  public TypeMirror array(TypeMirror element, int rank) {
    TypeMirror type = element;
    for (int i = 0; i < rank; i++) {
      type = types.getArrayType(type);
    }
    return type;
  }

  public boolean isA(TypeMirror type, String qualifiedName) {
    return type.getKind() == TypeKind.DECLARED
        && types.isSameType(types.erasure(type), mirror(qualifiedName));
  }

  /** The class of a declared type, or null. */
  public @Nullable TypeElement element(TypeMirror type) {
    return types.asElement(type) instanceof TypeElement element ? element : null;
  }
}
