package org.croton.processor.frontend.names;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds the type that a piece of syntax names; generic types come erased. */
public final class TypeNames {
  private record Key(CompilationUnitTree unit, TypeElement enclosing, String name) {}

  private final Language language;
  private final Members members;
  private final Map<Key, Optional<TypeElement>> known = new HashMap<>();

  public TypeNames(Language language, Members members) {
    this.language = language;
    this.members = members;
  }

  /** The erased type, or null if no such type is known here. */
  public @Nullable TypeMirror find(Tree tree, Site site) {
    if (tree instanceof PrimitiveTypeTree primitive) {
      return primitive.getPrimitiveTypeKind() == TypeKind.VOID
          ? language.types().getNoType(TypeKind.VOID)
          : language.types().getPrimitiveType(primitive.getPrimitiveTypeKind());
    }
    if (tree instanceof ArrayTypeTree array) {
      TypeMirror element = find(array.getType(), site);
      return element == null ? null : language.types().getArrayType(element);
    }
    if (tree instanceof ParameterizedTypeTree parameterized) {
      return find(parameterized.getType(), site);
    }
    if (tree instanceof AnnotatedTypeTree annotated) {
      return find(annotated.getUnderlyingType(), site);
    }
    TypeMirror variable = tree instanceof IdentifierTree id ? typeVariable(id, site) : null;
    if (variable != null) {
      return variable;
    }
    TypeElement element = findClass(tree, site);
    return element == null ? null : language.types().erasure(element.asType());
  }

  private @Nullable TypeMirror typeVariable(IdentifierTree id, Site site) {
    Element scope = site.method() != null ? site.method() : site.enclosing();
    while (scope instanceof Parameterizable generic) {
      for (TypeParameterElement parameter : generic.getTypeParameters()) {
        if (parameter.getSimpleName().equals(id.getName())) {
          return language.types().erasure(parameter.asType());
        }
      }
      scope = scope.getEnclosingElement();
    }
    return null;
  }

  /** The class that an identifier or a qualified name denotes, or null. */
  public @Nullable TypeElement findClass(Tree tree, Site site) {
    if (tree instanceof IdentifierTree id) {
      return findClass(id.getName().toString(), site);
    }
    if (tree instanceof ParameterizedTypeTree parameterized) {
      return findClass(parameterized.getType(), site);
    }
    if (tree instanceof AnnotatedTypeTree annotated) {
      return findClass(annotated.getUnderlyingType(), site);
    }
    if (tree instanceof MemberSelectTree select) {
      TypeElement outer = findClass(select.getExpression(), site);
      if (outer != null) {
        return members.memberType(outer, select.getIdentifier().toString());
      }
      return isName(select) ? language.elements().getTypeElement(select.toString()) : null;
    }
    return null;
  }

  private static boolean isName(ExpressionTree tree) {
    return tree instanceof IdentifierTree
        || (tree instanceof MemberSelectTree select && isName(select.getExpression()));
  }

  private @Nullable TypeElement findClass(String name, Site site) {
    Key key = new Key(site.unit(), site.enclosing(), name);
    Optional<TypeElement> found = known.get(key);
    if (found == null) {
      found = Optional.ofNullable(search(name, site));
      known.put(key, found);
    }
    return found.orElse(null);
  }

  private @Nullable TypeElement search(String name, Site site) {
    for (Element scope = site.enclosing(); scope instanceof TypeElement type; ) {
      if (type.getSimpleName().contentEquals(name)) {
        return type;
      }
      TypeElement member = members.memberType(type, name);
      if (member != null) {
        return member;
      }
      scope = type.getEnclosingElement();
    }
    TypeElement single = imported(name, site.unit(), false);
    if (single != null) {
      return single;
    }
    PackageElement own = language.elements().getPackageOf(site.enclosing());
    TypeElement neighbour = inPackage(own.getQualifiedName().toString(), name);
    if (neighbour != null) {
      return neighbour;
    }
    TypeElement onDemand = imported(name, site.unit(), true);
    return onDemand != null ? onDemand : inPackage("java.lang", name);
  }

  private @Nullable TypeElement inPackage(String packageName, String name) {
    String qualified = packageName.isEmpty() ? name : packageName + "." + name;
    return language.elements().getTypeElement(qualified);
  }

  private @Nullable TypeElement imported(String name, CompilationUnitTree unit, boolean onDemand) {
    for (ImportTree tree : unit.getImports()) {
      MemberSelectTree select = (MemberSelectTree) tree.getQualifiedIdentifier();
      String last = select.getIdentifier().toString();
      if (last.equals("*") != onDemand || !(onDemand || last.equals(name))) {
        continue;
      }
      TypeElement found = imported(select.getExpression().toString(), name, tree.isStatic());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable TypeElement imported(String scope, String name, boolean isStatic) {
    TypeElement outer = language.elements().getTypeElement(scope);
    if (outer != null) {
      return members.memberType(outer, name);
    }
    return isStatic ? null : inPackage(scope, name);
  }

  /** Simple names of the classes in reach, for suggestions. */
  public Set<String> inReach(Site site) {
    Set<String> names = new TreeSet<>();
    PackageElement own = language.elements().getPackageOf(site.enclosing());
    ElementFilter.typesIn(own.getEnclosedElements())
        .forEach(type -> names.add(type.getSimpleName().toString()));
    ElementFilter.typesIn(site.enclosing().getEnclosedElements())
        .forEach(type -> names.add(type.getSimpleName().toString()));
    for (ImportTree tree : site.unit().getImports()) {
      names.add(((MemberSelectTree) tree.getQualifiedIdentifier()).getIdentifier().toString());
    }
    names.remove("*");
    return names;
  }
}
