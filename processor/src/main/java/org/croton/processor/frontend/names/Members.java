package org.croton.processor.frontend.names;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds fields, methods and member types by name, inherited and statically imported ones too. */
public final class Members {
  private final Language language;

  public Members(Language language) {
    this.language = language;
  }

  /** The class that declares a field, method or constructor. */
  public static TypeElement owner(Element member) {
    if (member.getEnclosingElement() instanceof TypeElement owner) {
      return owner;
    }
    throw new IllegalArgumentException("no member of a class: " + member);
  }

  /** The field of that name in the class or what it inherits from, or null. */
  public @Nullable VariableElement field(TypeElement type, String name) {
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (field.getSimpleName().contentEquals(name)) {
        return field;
      }
    }
    for (TypeElement parent : parents(type)) {
      VariableElement field = field(parent, name);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  /** The member class of that name in the class or what it inherits from, or null. */
  public @Nullable TypeElement memberType(TypeElement type, String name) {
    for (TypeElement member : ElementFilter.typesIn(type.getEnclosedElements())) {
      if (member.getSimpleName().contentEquals(name)) {
        return member;
      }
    }
    for (TypeElement parent : parents(type)) {
      TypeElement member = memberType(parent, name);
      if (member != null) {
        return member;
      }
    }
    return null;
  }

  /** Super class first, then interfaces; erased. */
  public List<TypeElement> parents(TypeElement type) {
    List<TypeElement> parents = new ArrayList<>();
    for (TypeMirror parent : language.types().directSupertypes(type.asType())) {
      TypeElement element = language.element(parent);
      if (element != null) {
        parents.add(element);
      }
    }
    return parents;
  }

  /** All methods of that name that the class has, overridden ones left out. */
  public List<ExecutableElement> methods(TypeElement type, String name) {
    return ElementFilter.methodsIn(language.elements().getAllMembers(type)).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .toList();
  }

  public Set<String> methodNames(TypeElement type) {
    Set<String> names = new TreeSet<>();
    ElementFilter.methodsIn(language.elements().getAllMembers(type)).stream()
        .filter(method -> !isOfObject(method))
        .forEach(method -> names.add(method.getSimpleName().toString()));
    return names;
  }

  private static boolean isOfObject(ExecutableElement method) {
    return method.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals("java.lang.Object");
  }

  public List<ExecutableElement> constructors(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements());
  }

  /** The static field that an import gives the name to, or null. */
  public @Nullable VariableElement importedField(String name, CompilationUnitTree unit) {
    List<TypeElement> types = staticallyImported(name, unit, false);
    types.addAll(staticallyImported(name, unit, true));
    for (TypeElement type : types) {
      VariableElement field = field(type, name);
      if (field != null && field.getModifiers().contains(Modifier.STATIC)) {
        return field;
      }
    }
    return null;
  }

  /** The static methods that imports give the name to. */
  public List<ExecutableElement> importedMethods(String name, CompilationUnitTree unit) {
    List<ExecutableElement> single = staticMethods(name, staticallyImported(name, unit, false));
    return single.isEmpty()
        ? staticMethods(name, staticallyImported(name, unit, true))
        : single; // an import by name hides those on demand
  }

  private List<ExecutableElement> staticMethods(String name, List<TypeElement> types) {
    return types.stream()
        .flatMap(type -> methods(type, name).stream())
        .filter(method -> method.getModifiers().contains(Modifier.STATIC))
        .distinct()
        .toList();
  }

  private List<TypeElement> staticallyImported(
      String name, CompilationUnitTree unit, boolean onDemand) {
    List<TypeElement> types = new ArrayList<>();
    for (ImportTree tree : unit.getImports()) {
      MemberSelectTree select = (MemberSelectTree) tree.getQualifiedIdentifier();
      if (tree.isStatic() && select.getIdentifier().contentEquals(onDemand ? "*" : name)) {
        TypeElement type = language.elements().getTypeElement(select.getExpression().toString());
        if (type != null) {
          types.add(type);
        }
      }
    }
    return types;
  }

  /** Names of static methods that on-demand static imports bring, for suggestions. */
  public Set<String> importedMethodNames(CompilationUnitTree unit) {
    Set<String> names = new TreeSet<>();
    staticallyImported("*", unit, true).forEach(type -> names.addAll(methodNames(type)));
    return names;
  }

  /** Names of all fields that a class has, for suggestions. */
  public Set<String> fieldNames(TypeElement type) {
    Set<String> names = new TreeSet<>();
    ElementFilter.fieldsIn(language.elements().getAllMembers(type))
        .forEach(field -> names.add(field.getSimpleName().toString()));
    return names;
  }

  /**
   * The class whose member an unqualified name in the site refers to: the innermost that has it.
   */
  public @Nullable TypeElement ownerOfMethod(String name, TypeElement enclosing) {
    for (Element scope = enclosing; scope instanceof TypeElement type; ) {
      if (!methods(type, name).isEmpty()) {
        return type;
      }
      scope = type.getEnclosingElement();
    }
    return null;
  }

  /** Non-static fields in declared order, those of super classes first. */
  public List<VariableElement> instanceFields(TypeElement type) {
    List<VariableElement> fields = new ArrayList<>();
    TypeElement parent = language.element(type.getSuperclass());
    if (parent != null && parent.getKind() == ElementKind.CLASS) {
      fields.addAll(instanceFields(parent));
    }
    ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
        .filter(field -> field.getKind() == ElementKind.FIELD)
        .forEach(fields::add);
    return fields;
  }
}
